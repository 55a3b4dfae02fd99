/** At most `most` messages in any stretch of `windowMs` milliseconds. */
export interface RateLimit {
  readonly windowMs: number;
  readonly most: number;
}
