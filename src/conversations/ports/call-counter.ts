/** How much of its share a caller has used in the current window, this call included. */
export interface CallCount {
  readonly used: number;
  /** Until the next window begins, in milliseconds. */
  readonly resetMs: number;
}

/** Counts the calls of other systems, over all instances. */
export interface CallCounter {
  /**
   * Counts one call.
   *
   * @param caller any text that stands for one caller
   * @param windowMs length of the windows, which follow one another from 1970 on by the database's clock
   */
  count(caller: string, windowMs: number): Promise<CallCount>;
}
