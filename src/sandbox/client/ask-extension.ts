import type { ChannelActivity } from '../channel/channel-activity.ts';
import type { Chat } from '../channel/chats.ts';
import type { ClientContext } from './client-context.ts';
import { invokeActivity } from './invoke-activity.ts';
import { readExtensionAnswer, type ExtensionAnswer } from './read-extension-answer.ts';

/** Where a dialog or a message extension was opened. */
export interface ExtensionPlace {
  chat: Chat;
  rootId: string | undefined;
  /** The message whose card opened it. */
  replyToId?: string;
  /** Outlook's own conversation is none of the chats. */
  host: 'teams' | 'outlook';
}

export interface ExtensionInvoke {
  name: string;
  value: Record<string, unknown>;
  place: ExtensionPlace;
}

/** Hands an invoke to the bot once, as Teams or Outlook does. */
export async function deliverInvoke(
  context: ClientContext,
  { name, value, place }: ExtensionInvoke,
): Promise<ExtensionAnswer> {
  const { chat, rootId, replyToId, host } = place;
  const activity = invokeActivity(context.speaker(), {
    ...{ id: context.nextId(), chat, rootId, at: context.now(), name, value },
    ...(replyToId === undefined ? {} : { replyToId }),
  });
  return readExtensionAnswer(
    await context.channel.deliver(host === 'teams' ? activity : inOutlook(activity)),
  );
}

/**
 * Asks a message extension; signs in silently when it wants that, and sends the same again (Teams platform, "Enable SSO
 * for message extensions"). What is left of a sign-in that did not succeed is its button.
 *
 * @param state what the pop-up handed back, when this goes on after it
 */
export async function askExtension(
  context: ClientContext,
  invoke: ExtensionInvoke,
  state?: string,
): Promise<ExtensionAnswer> {
  const more = state === undefined ? {} : { state };
  const first = await deliverInvoke(context, { ...invoke, value: { ...invoke.value, ...more } });
  if (first.kind !== 'sign-in' || !first.silent) return first;
  const token = await context.ssoToken().catch(() => undefined);
  if (token === undefined) return first;
  const authentication = { id: context.nextId(), connectionName: '', token };
  const second = await deliverInvoke(context, { ...invoke, value: { ...invoke.value, authentication } });
  return second.kind === 'sign-in-failed' ? { ...first, silent: false } : second;
}

/**
 * Which channel id and conversation live traffic from Outlook has is not established (Bot Framework's enumeration has
 * `outlook` and `m365extensions`); this is one that a bot has to expect.
 */
function inOutlook(activity: ChannelActivity): ChannelActivity {
  const { tenantId } = activity.conversation;
  return {
    ...activity,
    channelId: 'outlook',
    conversation: {
      id: `outlook-${activity.from.aadObjectId ?? ''}`,
      conversationType: 'personal',
      tenantId,
    },
    channelData: { tenant: { id: tenantId }, source: { name: 'compose' } },
  };
}
