import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationRequest, RequestState } from '../../src/conversations/request.ts';
import type { CaseAuthor } from './author.ts';
import type { FaultWorld } from './fault-world.ts';

/** Longest time until a request has come to rest, in milliseconds. */
const limit = 30_000;

/** The request when nothing goes on by itself any more, and its receipt shows so. */
export async function atRest(
  { second, signIn }: Pick<FaultWorld, 'second'> & Pick<CaseAuthor, 'signIn'>,
  id: string,
): Promise<ConversationRequest> {
  const end = Date.now() + limit;
  for (;;) {
    const request = await second.conversations.find(id);
    assert.ok(request, 'the request is lost');
    const { state, dueAt, receipt, version } = request;
    // A renewed token is lost where no refresh token is handed out. The first time the client signs in by itself; then,
    // and for what cannot be looked for, the person has to.
    const asks = request.waitingFor === 'sign-in' && (state === 'unknown' || (request.signInsAsked ?? 0) > 1);
    if (!asks && rests(state, dueAt) && (receipt?.version ?? -1) >= version) return request;
    if (asks) await signIn();
    assert.ok(Date.now() < end, `still ${describe(request)}`);
    await wait(50);
  }
}

function rests(state: RequestState, dueAt: Date | undefined): boolean {
  return dueAt === undefined && (state === 'created' || state === 'refused' || state === 'unknown');
}

function describe({ state, waitingFor, reason, receipt, version }: ConversationRequest): string {
  return `${state} ${waitingFor ?? ''} ${reason?.code ?? ''} (receipt ${receipt?.version} of ${version})`;
}
