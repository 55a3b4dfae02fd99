import type { ChannelActivity } from '../channel/channel-activity.ts';
import type { ChatMessage } from '../channel/chat-message.ts';
import type { ClientContext } from './client-context.ts';
import { invokeActivity } from './invoke-activity.ts';
import { oauthCardType, readSignInRequest } from './sign-in-request.ts';

/**
 * Answers an OAuthCard as soon as it arrives: in a personal chat by exchanging a token without asking; where that
 * fails, and in channels, where Teams does not try, the card's button stays.
 *
 * A card for another resource than the app's own ends in `signin/failure` (Teams platform, "Troubleshoot SSO").
 * Cards without a sign-in request, and cards that were answered before, are left alone.
 */
export async function answerSignInCard(context: ClientContext, message: ChatMessage): Promise<void> {
  const card = message.attachments.find((each) => each.contentType === oauthCardType);
  const request = readSignInRequest(card?.content);
  if (request === undefined || context.views.get(message)?.signIn !== undefined) return;
  const { exchange, connectionName } = request;
  if (context.chatOf(message).kind === 'channel' || exchange === undefined) {
    context.views.change(message, { signIn: 'asks' });
    return;
  }
  context.views.change(message, { signIn: 'exchanging' });
  const { ssoResource } = context.speaker().tenant.app;
  if (exchange.resource !== undefined && exchange.resource !== ssoResource) {
    const value = { code: 'resourcematchfailed', message: 'Resource match failed' };
    await context.channel.deliver(signInInvoke(context, message, 'signin/failure', value));
    context.views.change(message, { signIn: 'asks' });
    return;
  }
  const token = await context.ssoToken().catch(() => undefined);
  if (token === undefined) {
    context.views.change(message, { signIn: 'asks' });
    return;
  }
  const value = { id: exchange.id, connectionName, token };
  const { status } = await context.channel.deliver(
    signInInvoke(context, message, 'signin/tokenExchange', value),
  );
  context.views.change(message, { signIn: status === 200 ? 'done' : 'asks' });
}

/** An invoke about signing in, in the chat of the card that asked for it. */
export function signInInvoke(
  context: ClientContext,
  message: ChatMessage,
  name: 'signin/tokenExchange' | 'signin/failure' | 'signin/verifyState',
  value: unknown,
): ChannelActivity {
  return invokeActivity(context.speaker(), {
    id: context.nextId(),
    chat: context.chatOf(message),
    rootId: message.rootId,
    at: context.now(),
    name,
    value,
  });
}
