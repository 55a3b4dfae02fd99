/**
 * Ids as Teams gives them to messages: the milliseconds of their time, 13 digits, each greater than the one before.
 *
 * @returns a function that answers the next id.
 */
export function createMessageIds(now: () => Date): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now().getTime());
    return String(last);
  };
}
