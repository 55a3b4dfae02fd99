import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import { hasChat } from '../../conversations/has-chat.ts';
import type { Receipts, ShownReceipt } from '../../conversations/ports/receipts.ts';
import type { ReceiptPlace, RequestInChat } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardMessage } from '../cards/card-message.ts';
import { ChannelError, type ChannelErrorKind } from '../channel/channel-error.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import { personalPlace } from '../signin/personal-place.ts';
import { inLanguage, type Lasting } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { buildReceipt } from './build-receipt.ts';

/** What no silent sign-in cures: the button is shown at once, and the receipt says why. */
const needsPerson: ReadonlySet<ErrorCode | undefined> = new Set([
  'SIGN_IN_NOT_LASTING',
  'SIGN_IN_STEP_MISSING',
  'SIGN_IN_BLOCKED',
  'ACCOUNT_DISABLED',
]);

/** Receipts as cards in the chat where the request was made, in its author's language, updated in place. */
export function createReceipts(lasting: Lasting<CardParts>): Receipts {
  return {
    async show(stored) {
      const parts = inLanguage(lasting, stored.place.locale);
      const place = await reachablePlace(stored, parts);
      if (place === undefined) return { kind: 'unreachable' };
      const request = { ...stored, place };
      // What its author discarded may still be looked for, but nobody is bothered for it.
      const asks = request.waitingFor === 'sign-in' && request.state !== 'discarded';
      if (!asks) return putIfReachable(request, parts);
      const asked = isAskedByPress(request) ? undefined : await ask(request, parts);
      if (asked === 'asked' && isSaidByCard(request)) return { kind: 'shown', activityId: '' };
      return putIfReachable(request, parts);
    },
  };
}

function ask({ author, place, reason, signInsAsked }: RequestInChat, parts: CardParts) {
  // After a silent sign-in that did not help another goes round in circles.
  const button = needsPerson.has(reason?.code) || (signInsAsked ?? 1) > 1;
  return askToSignIn({ person: author, place, button }, parts);
}

/** In a personal chat the sign-in card itself says what waits, and disappears when the client signs in silently. */
function isSaidByCard({ state, place, reason, receipt }: RequestInChat): boolean {
  const isNew = state === 'waiting' && !receipt?.activityId;
  return place.chatType === 'personal' && isNew && !needsPerson.has(reason?.code);
}

/** Where the receipt goes: for a request that was made where the bot is no member, the personal chat if there is one by now. */
async function reachablePlace(
  { author, place }: RequestInChat,
  parts: CardParts,
): Promise<ReceiptPlace | undefined> {
  if (hasChat(place)) return place;
  try {
    return await personalPlace(author, place, parts);
  } catch (error) {
    if (error instanceof ChannelError && final.has(error.kind)) return undefined;
    throw error;
  }
}

/** Somebody who pressed a card where others look on is asked by the answer to the press; the receipt has a button, too. */
function isAskedByPress({ state, sourceKey, place, receipt, signInsAsked = 1 }: RequestInChat): boolean {
  const isPress =
    state === 'waiting' && !sourceKey.startsWith('command|') && receipt?.activityId !== undefined;
  return isPress && place.chatType !== 'personal' && signInsAsked === 1;
}

/** No use in trying again: the bot is not in that chat any more, or not wanted there, or the card is too big for it. */
const final: ReadonlySet<ChannelErrorKind> = new Set(['gone', 'blocked', 'not-installed', 'too-big']);

async function putIfReachable(request: RequestInChat, parts: CardParts): Promise<ShownReceipt> {
  try {
    const card = await buildReceipt(request, request.place, parts);
    return { kind: 'shown', activityId: await put(request, card, parts) };
  } catch (error) {
    if (error instanceof ChannelError && final.has(error.kind)) return { kind: 'unreachable' };
    throw error;
  }
}

/** Updates the request's card, or posts one when there is none (any more). */
async function put(request: RequestInChat, card: AdaptiveCard, { messages }: CardParts): Promise<string> {
  const { activityId } = request.receipt ?? {};
  const message = cardMessage(card);
  if (activityId) {
    try {
      await messages.update(request.place, activityId, message);
      return activityId;
    } catch (error) {
      if (!(error instanceof ChannelError && error.kind === 'gone')) throw error;
    }
  }
  return messages.send(request.place, message);
}
