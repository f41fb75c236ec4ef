/** A header that a foreign page can't send without a preflight. */
export const GUARD = { 'X-MFA': '1' };
