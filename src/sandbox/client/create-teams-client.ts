import { isInChat } from '../channel/chats.ts';
import type { Chat } from '../channel/chats.ts';
import type { ChatMessage } from '../channel/chat-message.ts';
import type { Channel } from '../channel/create-channel.ts';
import type { SandboxPerson, SandboxTenant } from '../tenant/tenant.ts';
import { answerFileConsent, type ConsentAnswer } from './answer-file-consent.ts';
import { answerSignInCard } from './answer-sign-in-card.ts';
import type { ExtensionPlace } from './ask-extension.ts';
import type { ClientContext } from './client-context.ts';
import { createCardRefresh } from './card-refresh.ts';
import { createDialogs } from './create-dialogs.ts';
import type { Dialogs } from './create-dialogs.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { SignInFinish } from './finish-sign-in.ts';
import { installationActivities } from './installation-activities.ts';
import { viewMessage } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { createPersonalViews } from './personal-views.ts';
import type { MessageContent } from './message-content.ts';
import { pressAction } from './press-action.ts';
import type { PressResult } from './press-result.ts';
import { searchChoices } from './search-choices.ts';
import type { Choice } from './search-choices.ts';
import { sendMessage } from './send-message.ts';
import type { SentMessage } from './send-message.ts';

export interface TeamsClientOptions {
  channel: Channel;
  tenant: SandboxTenant;
  personId: string;
  /** Silently obtained token for the app's SSO resource; rejects when that is impossible. */
  ssoToken: (personId: string) => Promise<string>;
  now: () => Date;
  /** Fresh unique ids (UUIDs). */
  ids: () => string;
  /** Language that the client is set to at first; English unless given. */
  locale?: string;
}

export interface ChatView {
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  name: string;
  /** Name of the team that a channel belongs to. */
  team: string | undefined;
}

/**
 * One person's Teams: what the page and tests without a browser do alike.
 *
 * A chat is named by its id, by `personal`, or by the channel's name; a message by its id.
 */
export interface TeamsClient {
  person: SandboxPerson;
  /** Language that the client is set to, `de-DE`. */
  locale(): string;
  setLocale(locale: string): void;
  chats(): ChatView[];
  /** What the person sees in a chat, oldest first. */
  messages(chat: string): MessageView[];
  /** Opens a chat; the first time, the personal one adds the app to the person, which the bot is told. */
  open(chat: string): Promise<void>;
  /**
   * Sends what was typed and waits until the bot's endpoint has answered.
   *
   * @param options.mention in a channel the bot hears only of what mentions it; `@Kickoff` in front does the same.
   * @param options.replyTo any message of the thread to answer in.
   *   A text that begins with `/` in a group chat or channel is said to the bot alone, as a slash command.
   */
  send(
    chat: string,
    text: string,
    options?: MessageContent & { mention?: boolean; replyTo?: string },
  ): Promise<SentMessage>;
  /** Presses a card's action by title, id or JSON pointer, with what was typed into the card's inputs. */
  press(
    messageId: string,
    action: string,
    inputs?: Readonly<Record<string, string>>,
    options?: { useFallback?: boolean },
  ): Promise<PressResult>;
  /** *Refresh card* in a message's menu: shows the person their view of its cards as it is now. */
  refresh(messageId: string): Promise<void>;
  /** Typeahead of an input with dynamic choices. */
  search(
    messageId: string,
    inputId: string,
    text: string,
    inputs?: Readonly<Record<string, string>>,
  ): Promise<Choice[]>;
  /** The person's dialog and message extension. */
  dialogs: Dialogs;
  /** Where a command of the message extension is chosen: a chat, or a message of it; or Outlook, in no chat. */
  placeOf(place: { chat?: string; messageId?: string }): ExtensionPlace & { message?: ChatMessage };
  /** The sign-in pop-up of a message is done, and has handed back a state (`notifySuccess(state)` of TeamsJS) or none. */
  finishSignIn(messageId: string, state?: string): Promise<SignInFinish>;
  /** *Allow* or *Decline* under a message with which the bot offers a file. */
  answerFileConsent(messageId: string, answer: 'accept' | 'decline'): Promise<ConsentAnswer>;
  /** Told which chat changed for this person; an empty id for the dialog. Returns what ends the subscription. */
  onChange(listener: (chatId: string) => void): () => void;
  /** Resolves when nothing that the client does by itself (silent sign-in) is under way. */
  settled(): Promise<void>;
}

export function createTeamsClient(options: TeamsClientOptions): TeamsClient {
  const { channel, tenant, now, ids } = options;
  const person = findPerson(tenant, options.personId);
  const listeners = new Set<(chatId: string) => void>();
  const running = new Set<Promise<void>>();
  let installing: Promise<void> = Promise.resolve();
  let locale = options.locale ?? 'en-US';

  const chats = (): Chat[] => channel.chats.filter((chat) => isInChat(chat, person, tenant));
  const tell = (message: ChatMessage): void => {
    for (const listener of listeners) listener(message.chatId);
  };
  const findChat = (name: string): Chat => {
    const chat = chats().find((each) =>
      [each.id, each.kind === 'personal' ? 'personal' : each.name].includes(name),
    );
    if (chat === undefined) throw new Error(`${person.displayName} has no chat ${JSON.stringify(name)}.`);
    return chat;
  };
  const findMessage = (id: string): ChatMessage => {
    for (const chat of chats()) {
      const message = channel.messages.find(chat.id, id);
      if (message !== undefined && sees(message)) return message;
    }
    throw new Error(`${person.displayName} sees no message ${id}.`);
  };

  const sees = ({ onlyFor }: ChatMessage): boolean => onlyFor === undefined || onlyFor === person.teamsId;
  const views = createPersonalViews(tell);
  const context: ClientContext = {
    channel,
    views,
    dialogs: () => dialogs,
    now,
    nextId: () => `f:${ids()}`,
    ssoToken: () => options.ssoToken(person.id),
    speaker: () => ({
      tenant,
      person,
      locale,
      botId: channel.botId,
      serviceUrl: channel.serviceUrl(),
    }),
    chatOf: (message) => findChat(message.chatId),
  };
  const dialogs = createDialogs(context, () => listeners.forEach((listener) => listener('')));
  const view = (message: ChatMessage) => viewMessage(message, views.get(message), person.teamsId);

  const refresh = createCardRefresh(context);
  const run = (started: Promise<void>): void => {
    const work = started.finally(() => running.delete(work));
    running.add(work);
  };
  /** What Teams does when it shows a message that is new or was changed. */
  const onShown = (message: ChatMessage): void => {
    run(answerSignInCard(context, message));
    run(refresh.automatically(message));
  };
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  async function open(name: string): Promise<void> {
    const chat = findChat(name);
    if (chat.kind === 'personal' && channel.installations.install(person.id)) {
      const activities = installationActivities(context.speaker(), {
        chat,
        at: now(),
        nextId: context.nextId,
      });
      installing = (async () => {
        for (const activity of activities) await channel.deliver(activity);
      })();
    }
    await installing;
  }

  channel.messages.onChange((message) => {
    if (!sees(message) || !chats().some((chat) => chat.id === message.chatId)) return;
    onShown(message);
    tell(message);
  });
  for (const chat of chats()) channel.messages.list(chat.id).filter(sees).forEach(onShown);

  return {
    person,
    open,
    locale: () => locale,
    setLocale: (chosen) => void (locale = chosen),
    chats: () =>
      chats().map((chat) => ({
        id: chat.id,
        kind: chat.kind,
        name: chat.kind === 'personal' ? tenant.app.name : chat.name,
        team: chat.kind === 'channel' ? chat.team.name : undefined,
      })),
    messages: (chat) =>
      channel.messages
        .list(findChat(chat).id)
        .filter(sees)
        .flatMap((message) => view(message) ?? []),
    async send(name, text, { mention, replyTo, ...content } = {}) {
      await open(name);
      const rootId = replyTo === undefined ? undefined : findMessage(replyTo).rootId;
      return sendMessage(context, { chat: findChat(name), rootId, text, mention, content });
    },
    async press(messageId, action, inputs = {}, { useFallback = false } = {}) {
      // What is not shown yet cannot be pressed.
      await settled();
      const message = findMessage(messageId);
      return pressAction(context, message, view(message)?.cards ?? [], { action, inputs, useFallback });
    },
    refresh: async (messageId) => refresh.onDemand(findMessage(messageId)),
    async search(messageId, inputId, text, inputs = {}) {
      const message = findMessage(messageId);
      const place = { chat: context.chatOf(message), rootId: message.rootId, replyToId: message.id };
      return searchChoices(context, place, view(message)?.cards ?? [], { inputId, text, inputs });
    },
    dialogs,
    placeOf({ chat: name, messageId }) {
      const message = messageId === undefined ? undefined : findMessage(messageId);
      const chat = message === undefined ? findChat(name ?? 'personal') : context.chatOf(message);
      const host = name === undefined && message === undefined ? 'outlook' : 'teams';
      const place = { chat, rootId: message?.rootId, host } as const;
      return message === undefined ? place : { ...place, message };
    },
    async finishSignIn(messageId, state) {
      const message = findMessage(messageId);
      return finishSignIn(context, message, view(message)?.cards ?? [], state);
    },
    answerFileConsent: async (messageId, answer) =>
      answerFileConsent(context, findMessage(messageId), answer),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled,
  };
}

function findPerson(tenant: SandboxTenant, personId: string): SandboxPerson {
  const person = tenant.people.find((each) => each.id === personId);
  if (person === undefined) throw new Error(`Nobody has the id ${personId}.`);
  return person;
}
