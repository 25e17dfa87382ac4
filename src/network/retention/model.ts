/** How long an invitation is kept once it is settled or has run out, in days. */
export const INVITATIONS_KEPT = 30;

/** How long a membership request is kept once it is decided, in days. */
export const REQUESTS_KEPT = 365;

/** How long a file that no record names is kept, in days: one that was sent just now gets its record at once. */
export const UNNAMED_FILES_KEPT = 1;
