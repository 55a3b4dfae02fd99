import type { Activity, InvokeResponse } from 'botbuilder';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardMessage } from '../cards/card-message.ts';
import { isMarkedPrivate } from '../channel/mark-private.ts';
import type { Texts } from '../texts/texts.ts';
import { readPlace } from '../turns/read-turn.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import { asksForView } from './asks-for-view.ts';
import { cardActionAnswer } from './card-action-answer.ts';
import { refuseInvoke } from './refuse-invoke.ts';

/** The answer to an invoke that takes longer than its client waits: that it goes on. */
export function lateInvoke(activity: Activity, texts: Texts): InvokeResponse {
  const { name = '' } = activity;
  if (asksForView(activity)) return cardActionAnswer(200, 'message', texts.dialog.late);
  const says = `${texts.receipt.working} ${texts.receipt.workingNote}`;
  if (name === 'adaptiveCard/action') return cardActionAnswer(200, 'message', says);
  // The client then shows the button, and the sign-in can be tried again.
  if (name.startsWith('signin/')) return { status: 412 };
  // What becomes of the file is said in the chat.
  if (name === 'fileConsent/invoke') return { status: 200 };
  return refuseInvoke(name, texts.dialog.late);
}

/** What a pressed button led to after all, put in place of the pressed card; nobody waits for the other invokes. */
export async function showLate(
  activity: Activity,
  { body }: InvokeResponse,
  { messages, log }: TeamsParts,
): Promise<void> {
  const { type, value } = (body ?? {}) as { type?: unknown; value?: unknown };
  const place = privatePlace(activity);
  if (type !== 'application/vnd.microsoft.card.adaptive' || place === undefined) return;
  if (activity.replyToId === undefined) return;
  try {
    await messages.update(place, activity.replyToId, cardMessage(value as AdaptiveCard));
  } catch (error) {
    log.warn({ error }, 'a late answer could not be shown');
  }
}

/** Where the pressed card is; what only one person sees is changed for that person only. */
function privatePlace(activity: Activity): ReceiptPlace | undefined {
  const place = readPlace(activity);
  const { id: account, aadObjectId: objectId } = activity.from;
  if (place === undefined || objectId === undefined || !isMarkedPrivate(activity.value)) return place;
  return { ...place, onlyFor: { account, objectId } };
}
