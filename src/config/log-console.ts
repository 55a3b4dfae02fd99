import type { Log } from '../conversations/ports/log.ts';

/**
 * Takes what libraries write to the console into the log, where it is one line like the others and tokens are taken out:
 * Bot Framework writes there why it refuses a caller.
 *
 * @returns what gives the console back.
 */
export function logConsole(log: Log, target: Pick<Console, 'error' | 'warn'> = console): () => void {
  const { error, warn } = target;
  const take = (...said: unknown[]): void => {
    const cause = said.find((each) => each instanceof Error);
    const words = said.filter((each) => typeof each === 'string').join(' ');
    // What a library says may quote what people typed, so its words are only for debugging.
    log.warn(
      { kind: 'console', ...(cause !== undefined && { error: cause }) },
      'a library wrote to the console',
    );
    if (words !== '') log.debug({ kind: 'console' }, words.slice(0, 500));
  };
  target.error = take;
  target.warn = take;
  return () => void Object.assign(target, { error, warn });
}
