import assert from 'node:assert/strict';
import type { FoundPost } from '../../src/conversations/ports/lookout.ts';
import { coded, createWorld, wish } from './fakes/world.ts';

export const unknown = { kind: 'unknown', error: coded('OUTCOME_UNKNOWN') } as const;
export const created = { kind: 'created', created: { conversationId: 'c1' } } as const;
export const nothing = { kind: 'complete', found: [] as FoundPost[] } as const;
export const unread = { kind: 'incomplete', error: coded('GRAPH_UNREACHABLE') } as const;

export function found(postId: string, by: 'marker' | 'content' = 'marker'): FoundPost {
  return { conversationId: `c-${postId}`, threadId: `t-${postId}`, postId, receivedAt: new Date(), by };
}

/** A world with a request whose answer was lost; `pass` lets time go by and works on what is due then. */
export async function lost() {
  const world = createWorld();
  world.state.outcomes = [unknown, created];
  const { request } = await world.conversations.start(wish());
  assert.equal(request.state, 'unknown');
  const pass = async (ms: number) => {
    world.state.now = new Date(world.state.now.getTime() + ms);
    while ((await world.conversations.workDue()) > 0);
    return world.rows.get(request.id)!;
  };
  /** Long enough for every look of the schedule. */
  const passAll = async () => {
    for (let look = 0; look < 5; look += 1) await pass(20_000);
    return world.rows.get(request.id)!;
  };
  return { ...world, id: request.id, pass, passAll };
}
