/**
 * Preloaded into a real process (`node --import`): ends it with SIGKILL at a step that the parent names, counted from the
 * first bytes that go out and say what it names, e.g. a request to Graph or a statement to the database. Steps are the same
 * as in `test/faults/kill-after.ts`: right before and right after everything that goes over a wire.
 */
import { Socket } from 'node:net';

export interface DieAt {
  /** A regular expression for what is about to be written. */
  readonly when: string;
  /** 0: before that is written, 1: right after it, and so on. */
  readonly touches: number;
}

let armed: { when: RegExp; touches: number } | undefined;
let left: number | undefined;

process.on('message', (plan: DieAt | 'disarm') => {
  armed = plan === 'disarm' ? undefined : { when: new RegExp(plan.when), touches: plan.touches };
  left = undefined;
  process.send?.('armed');
});
process.channel?.unref();

function touch(): void {
  if (left === undefined) return;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  left -= 1;
}

function textOf(chunk: unknown): string {
  if (typeof chunk === 'string') return chunk;
  return chunk instanceof Uint8Array ? Buffer.from(chunk).toString('latin1') : '';
}

const holder = Socket.prototype as unknown as Record<string, (...values: unknown[]) => unknown>;
for (const name of ['write', 'push']) {
  const original = holder[name]!;
  holder[name] = function (...values) {
    if (name === 'write' && armed !== undefined && left === undefined && armed.when.test(textOf(values[0])))
      left = armed.touches;
    touch();
    const answer = original.apply(this, values);
    touch();
    return answer;
  };
}
