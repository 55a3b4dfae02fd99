import type { Activity } from 'botbuilder';
import type { Log } from '../../conversations/ports/log.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { personalPlace } from '../signin/personal-place.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { ChannelError, type ChannelErrorKind } from './channel-error.ts';
import type { ChatMessages } from './chat-messages.ts';
import { markPrivate } from './mark-private.ts';

/** Before the id of a message that went to the person's own chat instead. */
const elsewhere = 'personal:';

/** The service does not show messages to one person there: a tenant without the preview, or a kind of chat without it. */
const impossible: ReadonlySet<ChannelErrorKind> = new Set(['refused', 'gone', 'not-installed']);

/**
 * Messages that only one person of a chat sees (`place.onlyFor`) are sent as targeted messages or, where the service refuses
 * that, to the person's own chat. Everything else is passed on as it is.
 */
export function createPrivateMessages(
  messages: ChatMessages,
  { chats, log }: Pick<CardParts, 'chats'> & { log: Log },
): ChatMessages {
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
      const marked = markPrivate(message) as Partial<Activity>;
      try {
        return await messages.send(place, marked);
      } catch (error) {
        if (!(error instanceof ChannelError && impossible.has(error.kind))) throw error;
        log.info({ person: onlyFor.objectId, kind: error.kind }, 'a private answer goes to the own chat');
        return `${elsewhere}${await messages.send(await ownChat(place, onlyFor.objectId), message)}`;
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
