/** Where fresh identifiers come from, passed in so that tests can own them. */
export interface Ids {
  /** 32 lower-case hex digits, random. */
  hex(): string;
  /** A random UUID. */
  uuid(): string;
  /** A secret for one use: at least 128 random bits, base64url. */
  secret(): string;
}
