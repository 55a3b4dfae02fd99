import type { Author } from '../person.ts';

/** Another system that calls as a person: the app that got the token, and whom it acts for. */
export interface Caller {
  readonly person: Author;
  /** Client id of the app, a lower-case GUID. */
  readonly client: string;
}

/** Who calls the API, by the access token of the call. */
export interface Callers {
  /**
   * @throws CodedError NOT_AUTHENTICATED, TENANT_NOT_ALLOWED, API_APP_ONLY, API_SCOPE_MISSING, API_CLIENT_NOT_ALLOWED, or
   *   SIGN_IN_UNAVAILABLE when Entra's keys cannot be read
   */
  identify(token: string): Promise<Caller>;
}
