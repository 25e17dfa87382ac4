/** An institution is reminded of a recommendation it has not answered around this many days after it was asked. */
export const ANSWERED_WITHIN = 90;
