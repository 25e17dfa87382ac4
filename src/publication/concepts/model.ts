/** How many recommendations are told of a concept that they serve; the register has them all. */
export const MOST_SERVING = 20;
