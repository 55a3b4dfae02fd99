import type { InvokeResponse } from 'botbuilder';
import { afterSignIn } from '../signin/after-sign-in.ts';
import { forgetSignInCard, tellSignedIn } from '../signin/shown-sign-in-cards.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/**
 * `signin/tokenExchange`: the client's single sign-on token for this app. Every client of a person sends it; each gets its
 * answer, and what waited goes on once. 412 makes the client show the sign-in button.
 */
export async function tokenExchange(turn: Turn, value: unknown, parts: TeamsParts): Promise<InvokeResponse> {
  const { id, connectionName, token } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof token !== 'string' || token === '') return { status: 400 };
  const answer = await parts.signIn.exchange({
    person: { tenantId: turn.author.tenantId, objectId: turn.author.objectId },
    chatId: turn.place.chatId,
    exchangeId: id,
    token,
  });
  if (answer.kind === 'signed-in') {
    const askedAt = await forgetSignInCard(id, parts);
    // Where a client signs in silently, nothing else shows that it worked.
    if (askedAt !== undefined) parts.background.run('tell of a sign-in', () => tellSignedIn(askedAt, parts));
    await afterSignIn(turn.author, parts);
    return { status: 200 };
  }
  parts.log.info({ person: turn.author.objectId, code: answer.error.code }, 'single sign-on did not succeed');
  return {
    status: 412,
    body: {
      id,
      connectionName: typeof connectionName === 'string' ? connectionName : '',
      failureDetail: parts.texts.error(answer.error).says,
    },
  };
}
