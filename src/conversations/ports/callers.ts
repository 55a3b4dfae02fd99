import type { Author } from '../person.ts';

/** Another system that calls as a person: the app that got the token, and whom it acts for. */
export interface PersonCaller {
  readonly kind: 'person';
  readonly person: Author;
  /** Client id of the app, a lower-case GUID. */
  readonly client: string;
}

/** Another system that calls alone, by the role that an administrator granted its app. */
export interface AppCaller {
  readonly kind: 'app';
  readonly tenantId: string;
  /** Client id of the app, a lower-case GUID. */
  readonly client: string;
  /** What people read: the app's name, or its client id where it has none. */
  readonly name: string;
}

/** Who calls the API, by the access token of the call. */
export interface Callers {
  /**
   * @throws CodedError NOT_AUTHENTICATED, TENANT_NOT_ALLOWED, API_APP_ONLY, API_SCOPE_MISSING, API_CLIENT_NOT_ALLOWED, or
   *   SIGN_IN_UNAVAILABLE when Entra's keys cannot be read
   */
  person(token: string): Promise<PersonCaller>;
  /**
   * Who may send notices: a person's app, or an app alone with the role `Notices.Send`.
   *
   * @throws CodedError as `person` does, with API_ROLE_MISSING in place of API_APP_ONLY
   */
  noticeSender(token: string): Promise<PersonCaller | AppCaller>;
}
