/**
 * Fetches the token with which the app proves itself to Entra in place of a secret (workload identity federation).
 * It throws CodedError REGISTRATION_REFUSED when there is none to be had.
 */
export type AppAssertion = () => Promise<string>;
