import type { ChannelActivity } from '../channel/channel-activity.ts';
import type { ChatMessage } from '../channel/chat-message.ts';
import type { AdaptiveCard, CardAction } from './card-element.ts';
import type { ClientContext } from './client-context.ts';
import { executeAction } from './execute-action.ts';
import { findAction } from './find-action.ts';
import { gatherInputs } from './gather-inputs.ts';
import type { PressResult } from './press-result.ts';
import { submitActivity } from './submit-activity.ts';

export interface Press {
  /** JSON pointer into the list of cards, id or title of the action. */
  action: string;
  /** What the person typed, by input id, over what the card filled in. */
  inputs: Readonly<Record<string, string>>;
  /** What the sign-in pop-up handed back, when this press goes on after it. */
  state?: string;
  /** Act as an older client that knows no Action.Execute and takes the action's fallback. */
  useFallback?: boolean;
}

/** Presses an action of the cards that the person sees in a message. @throws Error when there is no such action. */
export async function pressAction(
  context: ClientContext,
  message: ChatMessage,
  cards: readonly AdaptiveCard[],
  press: Press,
): Promise<PressResult> {
  const found = findAction(cards, press.action);
  const action = press.useFallback === true ? fallbackOf(found.action) : found.action;
  if (action.type === 'Action.OpenUrl') return { kind: 'open', url: action.url ?? '' };
  if (action.type !== 'Action.Execute' && action.type !== 'Action.Submit') return { kind: 'local' };
  const { values, problem } = gatherInputs(found.card, action, press.inputs);
  if (problem !== undefined) return { kind: 'invalid', ...problem };
  const data = withInputs(action.data, values);
  if (action.type === 'Action.Execute') {
    return executeAction(context, message, { action, data, press, card: found.card, cards });
  }
  if (asksForDialog(data)) {
    const place = { chat: context.chatOf(message), rootId: message.rootId, replyToId: message.id };
    const result = await context.dialogs().openFromCard({ ...place, host: 'teams' }, data);
    return { kind: 'task', result };
  }
  const activity = submit(context, message, data);
  const { status } = await context.channel.deliver(activity);
  if (status >= 300) context.views.change(message, { footer: { kind: 'error', text: notTaken(status) } });
  return { kind: 'sent', status, activity };
}

function submit(context: ClientContext, message: ChatMessage, value: unknown): ChannelActivity {
  return submitActivity(context.speaker(), {
    id: context.nextId(),
    chat: context.chatOf(message),
    rootId: message.rootId,
    at: context.now(),
    replyToId: message.id,
    value,
  });
}

/** Teams platform, "Adaptive Cards in dialogs": such a press opens a dialog and sends no message. */
function asksForDialog(data: unknown): boolean {
  const { msteams } = (data ?? {}) as { msteams?: { type?: unknown } };
  return msteams?.type === 'task/fetch';
}

function fallbackOf(action: CardAction): CardAction {
  const { fallback } = action;
  if (typeof fallback === 'object' && fallback !== null && 'type' in fallback) return fallback as CardAction;
  throw new Error(`The action ${JSON.stringify(action.title ?? action.type)} has no fallback.`);
}

/** Inputs are merged over the action's data; data that is no object is sent as it is (Adaptive Cards, Action.Submit). */
function withInputs(data: unknown, values: Readonly<Record<string, string>>): unknown {
  return typeof data === 'object' || data === undefined ? { ...data, ...values } : data;
}

function notTaken(status: number): string {
  return `Unable to reach app (HTTP ${status}). Please try again.`;
}
