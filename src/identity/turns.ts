/** Runs work of the same key one after the other, in the order of asking; other keys run beside it. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Lines up what belongs to one key, in this process. */
export function createTurns(): Turns {
  const tails = new Map<string, Promise<void>>();
  return async (key, work) => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    tails.set(key, tail);
    try {
      return await turn;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
