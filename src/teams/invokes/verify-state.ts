import type { InvokeResponse } from 'botbuilder';
import { afterSignIn } from '../signin/after-sign-in.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** `signin/verifyState`: the one-time code with which the sign-in window closed, sent by the person who signed in. */
export async function verifyState(turn: Turn, value: unknown, parts: TeamsParts): Promise<InvokeResponse> {
  const { state } = (value ?? {}) as { state?: unknown };
  if (typeof state !== 'string' || !(await parts.signIn.verify(turn.author, state))) return { status: 404 };
  await afterSignIn(turn.author, parts);
  return { status: 200 };
}
