import type { InvokeResponse } from 'botbuilder';
import { cardActionAnswer } from '../invokes/card-action-answer.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** Any name that is not empty: a receiver may ignore a request without one (universal action model). */
const connectionName = 'kickoff';

/**
 * Asks the client of a card action to sign its person in and to send the action again (Teams platform, "Enable SSO for
 * your Universal Actions"): silently first, by the button where that is not enough. Works in channels too.
 */
export async function loginRequest(
  turn: Turn,
  { signIn, texts }: Pick<CardParts, 'signIn' | 'texts'>,
): Promise<InvokeResponse> {
  const { exchangeId, resource, link } = await signIn.offer(turn.author, turn.place.chatId, texts.language);
  return cardActionAnswer(401, 'login', {
    text: texts.signIn.text,
    connectionName,
    tokenExchangeResource: { id: exchangeId, uri: resource },
    buttons: [{ type: 'signin', title: texts.signIn.button, text: texts.signIn.button, value: link }],
  });
}
