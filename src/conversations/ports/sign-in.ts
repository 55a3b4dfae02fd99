import type { CodedError } from '../errors/coded-error.ts';
import type { Person } from '../person.ts';

/** What a sign-in card needs: the id that its token exchange will name, the resource, and the link of its button. */
export interface SignInOffer {
  readonly exchangeId: string;
  readonly resource: string;
  readonly link: string;
}

export type ExchangeAnswer =
  | { kind: 'signed-in' }
  /** The person has to agree first: the client then shows the card's button. */
  | { kind: 'consent'; error: CodedError }
  /** The token or the card is not one to act on. */
  | { kind: 'rejected'; error: CodedError }
  | { kind: 'wait'; until: Date; error: CodedError };

export type AuthorizationStart =
  | { kind: 'redirect'; location: string; cookie: { value: string; maxAgeSeconds: number } }
  | { kind: 'refused'; error: CodedError };

export type AuthorizationEnd =
  /** Signed in; `code` closes the pop-up and is checked by `verify`. */
  ({ kind: 'signed-in'; person: Person; code: string } | { kind: 'refused'; error: CodedError }) & {
    /** That of the page where it began, as far as it is known. */
    readonly language?: string;
  };

/** Everything about becoming known: single sign-on from the client, and the browser's way through Entra. */
export interface SignIn {
  /**
   * Opens a card's worth of sign-in for this person in this chat: for 15 minutes, its link as long as a card shows it.
   *
   * @param language of the pages behind the link; undefined leaves it to the browser
   */
  offer(person: Person, chatId: string, language?: string): Promise<SignInOffer>;
  /**
   * Checks the client's token for this app and exchanges it for a Graph token (on behalf of).
   *
   * @param answer.exchangeId the offer's; undefined where the client cannot name it: a message extension's silent
   *   sign-in has no room for it, so there the token alone counts
   */
  exchange(answer: {
    person: Person;
    chatId: string;
    exchangeId: string | undefined;
    token: string;
  }): Promise<ExchangeAnswer>;
  /**
   * Exchanges a person's token for this app, which has been checked, for a Graph token, unless the person has one; it is
   * kept like that of any sign-in.
   */
  exchangeAssertion(person: Person, token: string): Promise<ExchangeAnswer>;
  /**
   * `GET /auth/start`: `id` is the offer's; answers where to send the browser, and the cookie that binds it.
   *
   * @param language that the pages are shown in so far
   */
  startAuthorization(id: string, language?: string): Promise<AuthorizationStart>;
  /** `GET /auth/end`: `query` as Entra sent it, `cookie` as the browser kept it. */
  endAuthorization(query: URLSearchParams, cookie: string | undefined): Promise<AuthorizationEnd>;
  /** Checks the pop-up's one-time code against the person who sends it (once). */
  verify(person: Person, code: string): Promise<boolean>;
  /** Forgets the person's tokens and whatever sign-in is outstanding: cards, browsers on their way, codes. */
  signOut(person: Person): Promise<void>;
}
