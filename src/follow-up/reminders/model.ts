/** An institution is reminded of a recommendation it has not answered around this many days after it was asked. */
export const ANSWERED_WITHIN = 90;

/** An institution is reminded of a report that nobody has begun around this many days after the last period that one covers. */
export const REPORTED_WITHIN = 183;
