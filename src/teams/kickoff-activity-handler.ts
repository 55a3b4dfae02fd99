import { ActivityHandler, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ReceiptPlace } from '../conversations/request.ts';
import { cardMessage } from './cards/card-message.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { answerInvoke } from './invokes/answer-invoke.ts';
import { lateInvoke, showLate } from './invokes/late-invoke.ts';
import { invokeFailure } from './invokes/invoke-failure.ts';
import { refuseInvoke } from './invokes/refuse-invoke.ts';
import { askToSignIn } from './signin/ask-to-sign-in.ts';
import { clientSettings } from './turns/client-settings.ts';
import { endInTime } from './turns/end-in-time.ts';
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
    this.onInstallationUpdateAdd(async (context, next) => {
      const parts = this.#partsFor(context.activity);
      const entry = await this.#enter(context, parts);
      // An upgrade comes here too (`add-upgrade`), and needs no welcome.
      if (entry.turn?.place.chatType === 'personal' && context.activity.action === 'add') {
        const { author, place } = entry.turn;
        await parts.messages.send(place, cardMessage(welcomeCard({ texts: parts.texts })));
        // Somebody who was told in a channel to come here and sign in.
        const waiting = await parts.conversations.pending(author);
        if (waiting.some(({ waitingFor }) => waitingFor === 'sign-in'))
          await askToSignIn({ person: author, place }, parts);
      }
      await next();
    });
  }

  async #message(context: TurnContext): Promise<void> {
    const parts = this.#partsFor(context.activity);
    const entry = await this.#enter(context, parts);
    if (entry.turn !== undefined) await onMessage(entry.turn, context.activity, parts);
    else if (entry.place !== undefined) await parts.messages.send(entry.place, { text: entry.says });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name = '', value } = context.activity as { name?: string; value?: unknown };
    const parts = this.#partsFor(context.activity);
    const late = (answer: InvokeResponse) => showLate(context.activity, answer, parts);
    const answer = await endInTime(this.#invoke(context, { name, value }, parts), parts, late);
    return answer ?? lateInvoke(name, parts.texts);
  }

  async #invoke(
    context: TurnContext,
    invoke: { name: string; value: unknown },
    parts: TeamsParts,
  ): Promise<InvokeResponse> {
    try {
      const entry = await this.#enter(context, parts);
      if (entry.turn === undefined) return refuseInvoke(invoke.name, entry.says);
      return await answerInvoke(entry.turn, invoke, parts);
    } catch (error) {
      return invokeFailure(invoke.name, error, parts);
    }
  }

  #partsFor(activity: Activity): TeamsParts {
    return inLanguage(this.#lasting, clientSettings(activity).locale);
  }

  async #enter(context: TurnContext, parts: TeamsParts): Promise<Entry> {
    const { chats, clients, allowedTenants, texts } = parts;
    const place = readPlace(context.activity);
    if (place === undefined) return { place, says: texts.unknownPerson };
    if (!allowedTenants.has(place.tenantId)) {
      const { says, next } = texts.error({ code: 'TENANT_NOT_ALLOWED' });
      return { place, says: `${says} ${next}` };
    }
    const turn = await readTurn(context, clients);
    if (turn === undefined) return { place, says: texts.unknownPerson };
    if (place.chatType === 'personal') await chats.rememberPersonal(turn.author, place);
    return { turn };
  }
}
