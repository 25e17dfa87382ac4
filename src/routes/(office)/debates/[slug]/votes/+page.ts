/** A page that shows a report doesn't carry it twice. */
export const csr = false;
