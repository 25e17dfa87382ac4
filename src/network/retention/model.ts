/** How long an invitation is kept once it is settled or has run out, in days. */
export const INVITATIONS_KEPT = 30;

/** How long a membership request is kept once it is decided, in days. */
export const REQUESTS_KEPT = 365;
