import type { Activity, ConversationParameters } from 'botbuilder';
import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { pacedChat, pacedCreation, type PacedChat } from '../../conversations/pace/paced-chat.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import { askedWait, readChannelError } from './channel-error.ts';
import type { ConnectorClients } from './connector-clients.ts';

/** Messages that the bot puts into chats, now or long after the turn that asked for them. */
export interface ChatMessages {
  /** Posts a message; answers its activity id. @throws ChannelError */
  send(place: ReceiptPlace, message: Partial<Activity>): Promise<string>;
  /** Replaces a message of the bot. @throws ChannelError */
  update(place: ReceiptPlace, activityId: string, message: Partial<Activity>): Promise<void>;
  /** The personal chat with somebody, made if there is none. @throws ChannelError */
  openPersonal(from: ReceiptPlace, person: Person): Promise<ReceiptPlace>;
}

export interface ChatMessagesOptions {
  /** Tries for 412 and 429, the only answers after which a message certainly was not posted and may go again; 3. */
  tries?: number;
  /** Told of every request, whatever becomes of it, and of what Teams counts it for. */
  count?: (chat: PacedChat) => void;
}

const longestWait = 5_000;

export function createChatMessages(
  clients: ConnectorClients,
  timer: Timer,
  { tries = 3, count = () => {} }: ChatMessagesOptions = {},
): ChatMessages {
  async function call<T>(
    place: ReceiptPlace,
    counted: PacedChat,
    request: (client: Awaited<ReturnType<ConnectorClients['forServiceUrl']>>) => Promise<T>,
  ): Promise<T> {
    const client = await clients.forServiceUrl(place.serviceUrl, { targeted: place.onlyFor !== undefined });
    for (let attempt = 1; ; attempt += 1) {
      count(counted);
      try {
        return await request(client);
      } catch (error) {
        const wait = attempt < tries ? waitBefore(error, attempt) : undefined;
        if (wait === undefined) throw readChannelError(error);
        await timer.wait(wait);
      }
    }
  }

  return {
    async send(place, message) {
      const activity = addressed(place, message);
      // An answer without a body has no id either; the message was taken all the same.
      const resource: { id?: string } | undefined = await call(place, pacedChat(place), (client) =>
        client.conversations.sendToConversation(place.chatId, {
          ...activity,
          ...(place.onlyFor !== undefined && { recipient: { id: place.onlyFor.account, name: '' } }),
        }),
      );
      return resource?.id ?? '';
    },
    async update(place, activityId, message) {
      const activity = { ...addressed(place, message), id: activityId };
      await call(place, pacedChat(place), (client) =>
        client.conversations.updateActivity(place.chatId, activityId, activity),
      );
    },
    async openPersonal(asked, person) {
      const { onlyFor: _, ...from } = asked;
      const parameters = {
        isGroup: false,
        bot: { id: from.botId },
        members: [{ id: person.objectId }],
        tenantId: person.tenantId,
        channelData: { tenant: { id: person.tenantId } },
      } as unknown as ConversationParameters;
      const { id } = await call(from, pacedCreation(person), (client) =>
        client.conversations.createConversation(parameters),
      );
      return { ...from, chatId: id, chatType: 'personal' };
    },
  };
}

function addressed(place: ReceiptPlace, message: Partial<Activity>): Partial<Activity> {
  return {
    type: 'message',
    from: { id: place.botId, name: '' },
    conversation: {
      id: place.chatId,
      isGroup: place.chatType !== 'personal',
      conversationType: place.chatType,
      tenantId: place.tenantId,
      name: '',
    },
    ...message,
  };
}

function waitBefore(error: unknown, attempt: number): number | undefined {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode !== 412 && statusCode !== 429) return undefined;
  const wait = askedWait(error) ?? 500 * 2 ** attempt;
  return wait > longestWait ? undefined : wait;
}
