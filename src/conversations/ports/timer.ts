/** Waiting, passed in so that tests need not. */
export interface Timer {
  /** Resolves after `ms` milliseconds, or when `signal` is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}
