import type { Activity } from 'botbuilder';
import type { Person } from '../../conversations/person.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { MessagePace } from '../../conversations/ports/message-pace.ts';
import type { Reach, UnreachableReason } from '../../conversations/ports/reach.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { ChatMessages } from '../channel/chat-messages.ts';
import type { ConnectorClients } from '../channel/connector-clients.ts';
import type { Delivery } from './delivery.ts';
import { deliveryOfError } from './delivery-of-error.ts';

/** Messages that nobody asked for in that moment. */
export interface ProactiveMessages {
  /**
   * Into somebody's own chat with the bot, made if there is none. Who cannot be reached is remembered, and tried again only
   * when they are back. Never throws for what the channel answers.
   *
   * @param from any place of that tenant that the bot knows: where a chat is made from
   */
  toPerson(person: Person, from: ReceiptPlace, message: Partial<Activity>): Promise<Delivery>;
  /** Into a channel or group chat. Never throws for what the channel answers. */
  toChat(place: ReceiptPlace, message: Partial<Activity>): Promise<Delivery>;
}

export interface ProactiveParts {
  messages: ChatMessages;
  clients: Pick<ConnectorClients, 'botToken'>;
  chats: Chats;
  reach: Reach;
  /** Receipts and answers are not held up by it. */
  pace: MessagePace;
  isServiceUrlAllowed: (serviceUrl: string) => boolean;
  log: Log;
}

export function createProactiveMessages(parts: ProactiveParts): ProactiveMessages {
  const { messages, clients, chats, reach, pace, isServiceUrlAllowed, log } = parts;

  /** What keeps a message from being sent at all, before anything of it is. */
  async function obstacle({ serviceUrl, tenantId }: ReceiptPlace): Promise<Delivery | undefined> {
    if (!isServiceUrlAllowed(serviceUrl)) {
      log.warn({ tenant: tenantId }, 'a message waits until the settings allow the host of its chat');
      return { kind: 'retry' };
    }
    try {
      await clients.botToken(serviceUrl);
      return undefined;
    } catch (error) {
      log.warn({ tenant: tenantId, error }, 'a message waits for the bot’s own token');
      return { kind: 'retry' };
    }
  }

  async function send(place: ReceiptPlace, message: Partial<Activity>): Promise<Delivery> {
    const hindered = await obstacle(place);
    if (hindered !== undefined) return hindered;
    const afterMs = await pace.take(place);
    if (afterMs > 0) return { kind: 'retry', afterMs };
    try {
      return { kind: 'delivered', activityId: await messages.send(place, message) };
    } catch (error) {
      return deliveryOfError(error);
    }
  }

  /** The person's chat as the channel has it now. Asking again answers the same chat, so nothing is ambiguous here. */
  async function open(
    person: Person,
    from: ReceiptPlace,
  ): Promise<{ place: ReceiptPlace } | { place?: undefined; why: Delivery }> {
    const hindered = await obstacle(from);
    if (hindered !== undefined) return { why: hindered };
    try {
      const place = await messages.openPersonal(from, person);
      await chats.rememberPersonal(person, place);
      return { place };
    } catch (error) {
      if (error instanceof ChannelError && error.kind === 'unconfirmed') return { why: { kind: 'retry' } };
      return { why: deliveryOfError(error) };
    }
  }

  async function sendToPerson(
    person: Person,
    from: ReceiptPlace,
    message: Partial<Activity>,
  ): Promise<Delivery> {
    const known = await chats.personal(person);
    if (known !== undefined) {
      const delivery = await send(known, message);
      if (delivery.kind !== 'unreachable' || delivery.reason !== 'gone') return delivery;
    }
    const opened = await open(person, known ?? from);
    if (opened.place === undefined) return opened.why;
    // The chat that the channel has just said is gone.
    if (opened.place.chatId === known?.chatId) return { kind: 'unreachable', reason: 'gone' };
    return send(opened.place, message);
  }

  return {
    async toPerson(person, from, message) {
      const reason = await reach.unreachable(person);
      if (reason !== undefined) return { kind: 'unreachable', reason };
      const delivery = await sendToPerson(person, from, message);
      if (isAboutPerson(delivery)) {
        log.info({ tenant: person.tenantId, person: person.objectId, code: delivery.reason }, 'unreachable');
        await reach.lost(person, delivery.reason);
      }
      return delivery;
    },
    toChat: async (place, message) => send(await chats.newestShared(place), message),
  };
}

function isAboutPerson(delivery: Delivery): delivery is { kind: 'unreachable'; reason: UnreachableReason } {
  return delivery.kind === 'unreachable' && delivery.reason !== 'too-big' && delivery.reason !== 'refused';
}
