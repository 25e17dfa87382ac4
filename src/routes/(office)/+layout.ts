/** The office ships its script: forms keep what is typed. Each page works without it all the same. */
export const csr = true;
