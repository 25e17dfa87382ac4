/** A page that carries a file to its confirmation doesn't carry it twice. */
export const csr = false;
