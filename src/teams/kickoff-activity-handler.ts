import { ActivityHandler, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ReceiptPlace } from '../conversations/request.ts';
import { ChannelError } from './channel/channel-error.ts';
import { installedChat } from './installation/installed-chat.ts';
import { onAddedByPerson, onAddedToChat } from './installation/on-added.ts';
import { onReachable } from './installation/on-reachable.ts';
import { onRemoved } from './installation/on-removed.ts';
import { readInstallation } from './installation/read-installation.ts';
import { asksForView } from './invokes/asks-for-view.ts';
import { markPrivate } from './channel/mark-private.ts';
import { answerInvoke } from './invokes/answer-invoke.ts';
import { lateInvoke, showLate } from './invokes/late-invoke.ts';
import { invokeFailure } from './invokes/invoke-failure.ts';
import { refuseInvoke } from './invokes/refuse-invoke.ts';
import { clientSettings } from './turns/client-settings.ts';
import { endInTime } from './turns/end-in-time.ts';
import { inPrivate } from './turns/in-private.ts';
import { inLanguage, type Lasting } from './turns/in-language.ts';
import { onMessage } from './turns/on-message.ts';
import { readPlace, readTurn } from './turns/read-turn.ts';
import type { TeamsParts } from './turns/teams-parts.ts';
import type { Turn } from './turns/turn.ts';

/** Somebody who may act, or why nobody may. */
type Entry = { turn: Turn } | { turn?: undefined; place: ReceiptPlace | undefined; says: string };

/** Where Bot Framework hands over: activities come in, plain turns go on, each with the texts of its person's language. */
export class KickoffActivityHandler extends ActivityHandler {
  readonly #lasting: Lasting<TeamsParts>;

  constructor(lasting: Lasting<TeamsParts>) {
    super();
    this.#lasting = lasting;
    this.onMessage(async (context, next) => {
      await endInTime(this.#message(context), lasting);
      await next();
    });
    const onInstallation = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      await endInTime(this.#installation(context), lasting);
      await next();
    };
    this.onInstallationUpdate(onInstallation);
    this.onConversationUpdate(onInstallation);
  }

  async #installation(context: TurnContext): Promise<void> {
    const what = readInstallation(context.activity);
    const place = installedChat(context.activity);
    if (what === undefined || place === undefined) return;
    const parts = this.#partsFor(context.activity);
    if (what === 'removed') {
      const turn = place.chatType === 'personal' ? await readTurn(context, parts.clients) : undefined;
      await onRemoved(place, turn?.author, parts);
    } else if (place.chatType === 'personal') {
      const { turn } = await this.#enter(context, parts);
      if (turn !== undefined) await onAddedByPerson(turn, parts);
    } else if (parts.allowedTenants.has(place.tenantId)) {
      await onAddedToChat(place, parts);
    }
  }

  async #message(context: TurnContext): Promise<void> {
    const parts = this.#partsFor(context.activity);
    try {
      const entry = await this.#enter(context, parts);
      if (entry.turn !== undefined) await onMessage(entry.turn, context.activity, parts);
      else if (entry.place !== undefined) await parts.messages.send(entry.place, { text: entry.says });
    } catch (error) {
      if (!(error instanceof ChannelError)) await sayFailed(context, parts);
      throw error;
    }
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name = '', value } = context.activity as { name?: string; value?: unknown };
    const parts = this.#partsFor(context.activity);
    // A view that came late is asked for again; put into the chat it would make every client ask once more.
    const late = async (answer: InvokeResponse): Promise<void> =>
      asksForView(context.activity) ? undefined : showLate(context.activity, answer, parts);
    const answer = await endInTime(this.#invoke(context, { name, value }, parts), parts, late);
    return answer ?? lateInvoke(context.activity, parts.texts);
  }

  async #invoke(
    context: TurnContext,
    invoke: { name: string; value: unknown },
    parts: TeamsParts,
  ): Promise<InvokeResponse> {
    try {
      const entry = await this.#enter(context, parts);
      if (entry.turn === undefined) return refuseInvoke(invoke.name, entry.says);
      const answer = await answerInvoke(entry.turn, invoke, parts);
      return entry.turn.place.onlyFor === undefined ? answer : (markPrivate(answer) as InvokeResponse);
    } catch (error) {
      return invokeFailure(invoke.name, error, parts);
    }
  }

  #partsFor(activity: Activity): TeamsParts {
    return inLanguage(this.#lasting, clientSettings(activity).locale);
  }

  async #enter(context: TurnContext, parts: TeamsParts): Promise<Entry> {
    const { chats, clients, allowedTenants, forgetting, texts } = parts;
    const place = readPlace(context.activity);
    if (place === undefined) return { place, says: texts.unknownPerson };
    if (!allowedTenants.has(place.tenantId)) {
      const { says, next } = texts.error({ code: 'TENANT_NOT_ALLOWED' });
      return { place, says: `${says} ${next}` };
    }
    const turn = await readTurn(context, clients);
    if (turn === undefined) return { place, says: texts.unknownPerson };
    if (isWithBot(context.activity, place)) {
      await chats.rememberPersonal(turn.author, place);
      await onReachable(turn.author, parts);
    } else if (isShared(context.activity, place)) {
      await chats.rememberShared(place);
    }
    // A client that shows a card is no sign of its person.
    if (!asksForView(context.activity)) await forgetting.cameBack({ person: turn.author });
    return { turn: parts.slashCommands ? inPrivate(turn, context.activity) : turn };
  }
}

/** Teams shows nothing of its own when a message fails. */
async function sayFailed(context: TurnContext, { messages, texts, log }: TeamsParts): Promise<void> {
  const place = readPlace(context.activity);
  if (place === undefined) return;
  const { says, next } = texts.error({ code: 'TURN_FAILED' });
  await messages
    .send(place, { text: `${says} ${next}` })
    .catch((error: unknown) => log.warn({ error }, 'that a message failed could not be said'));
}

/**
 * Whether a place is somebody's own chat with the bot. A message extension runs in chats between two people, too, which are
 * also called personal: their ids begin with `19:`, those with a bot with `a:`.
 */
function isWithBot({ name = '' }: { name?: string }, { chatType, chatId, channelId }: ReceiptPlace): boolean {
  if (chatType !== 'personal' || channelId !== 'msteams') return false;
  return !name.startsWith('composeExtension/') && !chatId.startsWith('19:');
}

/** Whether the bot itself is in that channel or group chat; a message extension may run where it is not. */
function isShared({ name = '' }: { name?: string }, { chatType, channelId }: ReceiptPlace): boolean {
  return chatType !== 'personal' && channelId === 'msteams' && !name.startsWith('composeExtension/');
}
