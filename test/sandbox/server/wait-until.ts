import { setImmediate } from 'node:timers/promises';

/** Resolves as soon as the condition holds; the runner's own timeout ends a wait that never does. */
export async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}
