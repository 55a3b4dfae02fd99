/**
 * Preloaded into a real process (`node --import`): ends it with SIGKILL in the middle of a turn, on the parent's word.
 *
 * What a death leaves behind changes only where the process touches the world: a statement to the database, bytes out to a
 * socket, bytes in from one. All awaits between two such touches leave the same world, so a kill right before and right
 * after each touch covers every await. Awaits are counted as well (promise reactions, by async hooks), so that random
 * rounds can fall on any of them.
 */
import { createHook } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** Which step of a turn is the last one of this process; none: the turn is only measured. */
export interface Arming {
  /** Which turn from now on; the next one unless given. */
  turn?: number;
  touch?: number;
  await?: number;
}

/** How many steps an undisturbed turn had, from the request's first line to its answer. */
export interface Measured {
  touches: number;
  awaits: number;
}

interface Message {
  request: { method?: string; url?: string };
}

let armed: Arming | undefined;
let turn: object | undefined;
let began = 0;
let touches = 0;
let awaits = 0;

process.on('message', (arming: Arming) => {
  armed = arming;
  began = 0;
  process.send?.('armed');
});
process.channel?.unref();

subscribe('http.server.request.start', (message) => {
  const { request } = message as Message;
  if (armed === undefined || turn !== undefined || request.url !== '/api/messages') return;
  began += 1;
  if (began < (armed.turn ?? 1)) return;
  turn = request;
  [touches, awaits] = [0, 0];
  hook.enable();
});

subscribe('http.server.response.finish', (message) => {
  if (turn === undefined || (message as Message).request !== turn) return;
  hook.disable();
  [armed, turn] = [undefined, undefined];
  process.send?.({ touches, awaits } satisfies Measured);
});

const hook = createHook({
  before() {
    awaits += 1;
    if (awaits === armed?.await) die();
  },
});

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function touch(): void {
  if (turn === undefined) return;
  touches += 1;
  if (touches === armed?.touch) die();
}

/** A step right before what the method does, and one right after. */
function around(owner: object, name: string): void {
  const holder = owner as Record<string, (...values: unknown[]) => unknown>;
  const original = holder[name]!;
  holder[name] = function (...values) {
    touch();
    const answer = original.apply(this, values);
    touch();
    return answer;
  };
}

for (const name of ['all', 'get', 'run']) around(StatementSync.prototype, name);
around(DatabaseSync.prototype, 'exec');
// Inherited from the streams; here they are what goes over a wire, TLS or not.
around(Socket.prototype, 'write');
around(Socket.prototype, 'push');
