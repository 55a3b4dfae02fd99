import type { ChannelActivity } from '../channel/channel-activity.ts';
import type { ChatMessage } from '../channel/chat-message.ts';
import type { AdaptiveCard, CardAction } from './card-element.ts';
import type { ClientContext } from './client-context.ts';
import { invokeActivity } from './invoke-activity.ts';
import type { Press } from './press-action.ts';
import type { PressResult } from './press-result.ts';
import { readCardAnswer } from './read-card-answer.ts';
import type { CardAnswer } from './read-card-answer.ts';
import type { SignInRequest } from './sign-in-request.ts';

export interface Execution {
  action: CardAction;
  /** The action's data with the inputs. */
  data: unknown;
  press: Press;
  card: AdaptiveCard;
  cards: readonly AdaptiveCard[];
}

/**
 * Action.Execute: asks the bot, signs in silently when it wants that, and shows the answer to this person.
 *
 * Steps: Teams platform, "Enable SSO for your Universal Actions"; unlike an OAuthCard this works in channels too.
 */
export async function executeAction(
  context: ClientContext,
  message: ChatMessage,
  execution: Execution,
): Promise<PressResult> {
  const { state } = execution.press;
  if (context.views.get(message)?.footer !== undefined) context.views.change(message, { footer: undefined });
  const first = await ask(context, message, execution, state === undefined ? {} : { state });
  if (first.answer.kind !== 'login') return show(context, message, execution, first, undefined);
  const { request } = first.answer;
  const authentication = state === undefined ? await authenticate(context, request) : undefined;
  if (authentication === undefined) return showSignIn(context, message, execution, first.activity, request);
  return show(
    context,
    message,
    execution,
    await ask(context, message, execution, { authentication }),
    request,
  );
}

interface Asked {
  activity: ChannelActivity;
  answer: CardAnswer;
}

async function ask(
  context: ClientContext,
  message: ChatMessage,
  { action, data }: Execution,
  more: Record<string, unknown>,
): Promise<Asked> {
  const { type, title, id, verb } = action;
  const activity = invokeActivity(context.speaker(), {
    id: context.nextId(),
    chat: context.chatOf(message),
    rootId: message.rootId,
    at: context.now(),
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: { action: { type, title, id, verb, data }, trigger: 'manual', ...more },
  });
  return { activity, answer: readCardAnswer(await context.channel.deliver(activity)) };
}

async function authenticate(context: ClientContext, request: SignInRequest): Promise<unknown> {
  if (request.exchange === undefined) return undefined;
  const token = await context.ssoToken().catch(() => undefined);
  const { connectionName } = request;
  return token === undefined ? undefined : { id: request.exchange.id, connectionName, token };
}

function show(
  context: ClientContext,
  message: ChatMessage,
  execution: Execution,
  { activity, answer }: Asked,
  request: SignInRequest | undefined,
): PressResult {
  if (answer.kind === 'login') return showSignIn(context, message, execution, activity, answer.request);
  if (answer.kind === 'sign-in-failed' && request !== undefined) {
    return showSignIn(context, message, execution, activity, request);
  }
  // The message may have been changed for everybody meanwhile; the answer is newer than that.
  const current = context.channel.messages.find(message.chatId, message.id) ?? message;
  if (answer.kind === 'card') {
    const cards = execution.cards.map((each) => (each === execution.card ? answer.card : each));
    context.views.change(current, { cards, footer: undefined, waiting: undefined });
    return { kind: 'card', activity };
  }
  const { text } = answer;
  const isToast = answer.kind === 'message';
  context.views.change(current, { footer: { kind: isToast ? 'info' : 'error', text } });
  return { kind: isToast ? 'message' : 'error', text, activity };
}

function showSignIn(
  context: ClientContext,
  message: ChatMessage,
  { press }: Execution,
  activity: ChannelActivity,
  request: SignInRequest,
): PressResult {
  context.views.change(message, {
    footer: { kind: 'sign-in', text: request.text, ...request.button },
    waiting: { action: press.action, inputs: press.inputs, request },
  });
  return { kind: 'sign-in', url: request.button.url, activity };
}
