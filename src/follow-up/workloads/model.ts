/** How far ahead a commitment counts as due soon, in days. */
export const DUE_WITHIN = 30;
