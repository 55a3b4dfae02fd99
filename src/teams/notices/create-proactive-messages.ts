import type { Activity } from 'botbuilder';
import type { InstallForPerson } from '../../conversations/installing/create-install-for-person.ts';
import { hasChat } from '../../conversations/has-chat.ts';
import { pacedChat, pacedCreation, type PacedChat } from '../../conversations/pace/paced-chat.ts';
import type { Person } from '../../conversations/person.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { MessagePace } from '../../conversations/ports/message-pace.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import type { Reach, UnreachableReason } from '../../conversations/ports/reach.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { ChatMessages } from '../channel/chat-messages.ts';
import type { ConnectorClients } from '../channel/connector-clients.ts';
import type { Delivery } from './delivery.ts';
import { deliveryOfError } from './delivery-of-error.ts';

/** The message for a chat, which is known only once it is found or made. */
export type MessageFor = (place: ReceiptPlace) => Promise<Partial<Activity>>;

/** Messages that nobody asked for in that moment. */
export interface ProactiveMessages {
  /**
   * Into somebody's own chat with the bot, made if there is none. Who cannot be reached is remembered, and tried again only
   * when they are back; who never had the bot gets it where an administrator allows that. Never throws: what fails before
   * anything is sent may be sent again.
   *
   * @param from any place of that tenant that the bot knows: where a chat is made from
   * @param message may depend on the chat that it goes to
   */
  toPerson(person: Person, from: ReceiptPlace, message: Partial<Activity> | MessageFor): Promise<Delivery>;
  /** Into a channel or group chat. Never throws. */
  toChat(place: ReceiptPlace, message: Partial<Activity> | MessageFor): Promise<Delivery>;
}

export interface ProactiveParts {
  /** Without tries of their own: each request has to have its place. */
  messages: ChatMessages;
  clients: Pick<ConnectorClients, 'botToken'>;
  chats: Chats;
  reach: Reach;
  /** Receipts and answers are not held up by it. */
  pace: MessagePace;
  timer: Timer;
  /** Undefined where nobody is given the bot who has not added it. */
  installForPerson?: InstallForPerson | undefined;
  isServiceUrlAllowed: (serviceUrl: string) => boolean;
  log: Log;
}

/** How long until a chat is asked for again that a new installation has not made yet, in milliseconds. */
const untilInstalled = 15_000;

/** A place that is free sooner than this is waited for, in milliseconds; a tenant's limit lets somebody through each second. */
const patience = 2_000;

export function createProactiveMessages(parts: ProactiveParts): ProactiveMessages {
  const { messages, clients, chats, reach, pace, timer, isServiceUrlAllowed, log, installForPerson } = parts;

  /** @returns how long to wait before asking again when there is no place soon, in milliseconds; 0: it was taken */
  async function takePlace(chat: PacedChat): Promise<number> {
    let waited = 0;
    for (;;) {
      const afterMs = await pace.take(chat);
      if (afterMs === 0 || waited + afterMs > patience) return afterMs;
      await timer.wait(afterMs);
      waited += afterMs;
    }
  }

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

  async function send(place: ReceiptPlace, message: Partial<Activity> | MessageFor): Promise<Delivery> {
    const hindered = await obstacle(place);
    if (hindered !== undefined) return hindered;
    const afterMs = await takePlace(pacedChat(place));
    if (afterMs > 0) return { kind: 'retry', afterMs };
    const made = typeof message === 'function' ? await message(place) : message;
    try {
      return { kind: 'delivered', activityId: await messages.send(place, made) };
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
    const afterMs = await takePlace(pacedCreation(person));
    if (afterMs > 0) return { why: { kind: 'retry', afterMs } };
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
    message: Partial<Activity> | MessageFor,
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

  /**
   * What was refused because the bot is not there was not shown, so it may go on once it is. Whoever has had it before has
   * removed it, whatever was heard of that, and does not get it again.
   */
  async function sendOnceInstalled(
    person: Person,
    from: ReceiptPlace,
    message: Partial<Activity> | MessageFor,
  ): Promise<Delivery | undefined> {
    if (installForPerson === undefined || (await chats.personal(person)) !== undefined) return undefined;
    const answer = await installForPerson(person);
    if (answer.kind === 'no') return undefined;
    if (answer.kind === 'later') return { kind: 'retry', afterMs: answer.afterMs };
    const opened = await open(person, from);
    if (opened.place !== undefined) {
      await reach.regained(person);
      return send(opened.place, message);
    }
    return isNotInstalled(opened.why) ? { kind: 'retry', afterMs: untilInstalled } : opened.why;
  }

  async function tellPerson(
    person: Person,
    from: ReceiptPlace,
    message: Partial<Activity> | MessageFor,
  ): Promise<Delivery> {
    const reason = await reach.unreachable(person);
    const refused: Delivery =
      reason === undefined ? await sendToPerson(person, from, message) : { kind: 'unreachable', reason };
    const delivery =
      (isNotInstalled(refused) ? await sendOnceInstalled(person, from, message) : undefined) ?? refused;
    if (reason !== undefined && delivery === refused) return delivery;
    // What a cloud's own address says in a tenant of which no chat is known may be about the address (GCC has one of its own).
    if (isAboutPerson(delivery) && hasChat(from)) {
      log.info({ tenant: person.tenantId, person: person.objectId, code: delivery.reason }, 'unreachable');
      await reach.lost(person, delivery.reason);
    }
    return delivery;
  }

  /** What is thrown says that nothing was shown: whatever became of a message that left is answered (`deliveryOfError`). */
  async function unlessNothingLeft(tenant: string, sending: () => Promise<Delivery>): Promise<Delivery> {
    try {
      return await sending();
    } catch (error) {
      log.error({ tenant, error }, 'a message could not be made yet');
      return { kind: 'retry' };
    }
  }

  return {
    toPerson: (person, from, message) =>
      unlessNothingLeft(person.tenantId, () => tellPerson(person, from, message)),
    toChat: (place, message) =>
      unlessNothingLeft(place.tenantId, async () => send(await chats.newestShared(place), message)),
  };
}

function isNotInstalled(delivery: Delivery): boolean {
  return delivery.kind === 'unreachable' && delivery.reason === 'not-installed';
}

function isAboutPerson(delivery: Delivery): delivery is { kind: 'unreachable'; reason: UnreachableReason } {
  return delivery.kind === 'unreachable' && delivery.reason !== 'too-big' && delivery.reason !== 'refused';
}
