/** What one caller may use up, and how long stopping may take. Times in milliseconds. */
export interface HttpLimits {
  /** Bytes of an activity. Teams sends at most about 100 KB. */
  readonly bodyBytes: number;
  /** Bytes of a call of Microsoft Graph, which may carry many notifications. */
  readonly notificationBytes: number;
  /** Until the headers are complete, and until the whole request is: against callers that send a byte at a time. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /**
   * How long nothing may move on a connection with a request: against callers that never read their answer. Longer than any
   * answer takes (20 s for `wait`).
   */
  readonly stillTimeout: number;
  /** How often headers and requests are looked at. */
  readonly checkInterval: number;
  /** An idle connection is kept longer than load balancers in front keep theirs (60 s is usual). */
  readonly keepAliveTimeout: number;
  /** How long running requests may take to end when the server stops. */
  readonly stopGrace: number;
  /** How long the answer of a health check may take, and for how long it is then given to everybody. */
  readonly healthDeadline: number;
  readonly healthMemory: number;
}

export const defaultHttpLimits: HttpLimits = {
  bodyBytes: 256 * 1024,
  notificationBytes: 1024 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  stillTimeout: 60_000,
  checkInterval: 2_000,
  keepAliveTimeout: 75_000,
  stopGrace: 10_000,
  healthDeadline: 3_000,
  healthMemory: 1_000,
};
