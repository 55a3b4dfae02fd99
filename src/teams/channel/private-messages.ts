import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { withoutThread } from '../../conversations/without-thread.ts';
import { personalPlace } from '../signin/personal-place.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { ChannelError, type ChannelErrorKind } from './channel-error.ts';
import type { ChatMessages } from './chat-messages.ts';
import { markPrivate } from './mark-private.ts';

/** Before the id of a message that went to the person's own chat instead. */
const elsewhere = 'personal:';

/** The service does not show messages to one person there: a tenant without the preview, or a kind of chat without it. */
const impossible: ReadonlySet<ChannelErrorKind> = new Set(['refused', 'gone', 'not-installed']);

/** How long a chat is not tried again that refused one, in milliseconds, and how many chats are remembered. */
const refusedFor = 3_600_000;
const remembered = 10_000;

/**
 * Messages that only one person of a chat sees (`place.onlyFor`) are sent as targeted messages or, where the service refuses
 * that, to the person's own chat: for an hour at once, in each process. Everything else is passed on as it is.
 */
export function createPrivateMessages(
  messages: ChatMessages,
  { chats, clock, log }: Pick<CardParts, 'chats'> & { clock: Clock; log: Log },
): ChatMessages {
  const refusedIn = new LRUCache<string, true>({
    max: remembered,
    ttl: refusedFor,
    ttlResolution: 0,
    perf: { now: () => clock.now().getTime() },
  });
  const chatKey = ({ tenantId, chatId }: ReceiptPlace): string => `${tenantId}|${withoutThread(chatId)}`;
  const ownChat = async (place: ReceiptPlace, objectId: string): Promise<ReceiptPlace> => {
    const { locale, timeZone, tenantId } = place;
    const own = await personalPlace({ tenantId, objectId }, place, { chats, messages });
    return { ...own, ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  };
  return {
    openPersonal: (from, person) => messages.openPersonal(from, person),
    async send(place, message) {
      const { onlyFor } = place;
      if (onlyFor === undefined) return messages.send(place, message);
      const toOwnChat = async (): Promise<string> =>
        `${elsewhere}${await messages.send(await ownChat(place, onlyFor.objectId), message)}`;
      if (refusedIn.has(chatKey(place))) return toOwnChat();
      try {
        return await messages.send(place, markPrivate(message) as Partial<Activity>);
      } catch (error) {
        if (!(error instanceof ChannelError && impossible.has(error.kind))) throw error;
        log.info({ person: onlyFor.objectId, kind: error.kind }, 'a private answer goes to the own chat');
        const id = await toOwnChat();
        // It was taken elsewhere, so it was the chat that was refused, and not the message.
        refusedIn.set(chatKey(place), true);
        return id;
      }
    },
    async update(place, activityId, message) {
      const { onlyFor } = place;
      if (onlyFor === undefined) return messages.update(place, activityId, message);
      if (!activityId.startsWith(elsewhere)) {
        await messages.update(place, activityId, markPrivate(message) as Partial<Activity>);
        return;
      }
      const own = await ownChat(place, onlyFor.objectId);
      await messages.update(own, activityId.slice(elsewhere.length), message);
    },
  };
}
