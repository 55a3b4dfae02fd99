import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { afterSignIn } from './after-sign-in.ts';
import type { SignInOutcome } from './sign-in-outcome.ts';

/**
 * Takes the sign-in that a client adds to an invoke which asked for one: `value.authentication` after a silent exchange,
 * `value.state` after the pop-up (Teams platform, "Authentication flow in Universal Actions", "Enable SSO for message
 * extensions").
 *
 * @param named whether `authentication.id` is that of an offer; a message extension's silent sign-in names none
 */
export async function acceptSignIn(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
  { named }: { named: boolean },
): Promise<SignInOutcome> {
  const { authentication, state } = (value ?? {}) as { authentication?: unknown; state?: unknown };
  const { id, token } = (authentication ?? {}) as { id?: unknown; token?: unknown };
  if (typeof token === 'string' && token !== '') {
    const { tenantId, objectId } = turn.author;
    const answer = await parts.signIn.exchange({
      person: { tenantId, objectId },
      chatId: turn.place.chatId,
      exchangeId: named ? String(id) : undefined,
      token,
    });
    if (answer.kind === 'wait') return { kind: 'wait', error: answer.error };
    if (answer.kind !== 'signed-in') return { kind: 'refused', error: answer.error };
    await afterSignIn(turn.author, parts);
    return { kind: 'signed-in' };
  }
  if (typeof state !== 'string' || state === '') return { kind: 'none' };
  if (!(await parts.signIn.verify(turn.author, state))) return { kind: 'wrong-code' };
  await afterSignIn(turn.author, parts);
  return { kind: 'signed-in' };
}
