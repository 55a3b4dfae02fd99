import { ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import { cardMessage } from './cards/card-message.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { answerInvoke } from './invokes/answer-invoke.ts';
import { lateInvoke, showLate } from './invokes/late-invoke.ts';
import { invokeFailure } from './invokes/invoke-failure.ts';
import { refuseInvoke } from './invokes/refuse-invoke.ts';
import { askToSignIn } from './signin/ask-to-sign-in.ts';
import { endInTime } from './turns/end-in-time.ts';
import { onMessage } from './turns/on-message.ts';
import { readPlace, readTurn } from './turns/read-turn.ts';
import type { TeamsParts } from './turns/teams-parts.ts';
import type { Turn } from './turns/turn.ts';

/** Somebody who may act, or why nobody may. */
type Entry = { turn: Turn } | { turn?: undefined; place: ReceiptPlace | undefined; says: string };

/** Where Bot Framework hands over: activities come in, plain turns go on. */
export class KickoffActivityHandler extends ActivityHandler {
  readonly #parts: TeamsParts;

  constructor(parts: TeamsParts) {
    super();
    this.#parts = parts;
    this.onMessage(async (context, next) => {
      await endInTime(this.#message(context), parts);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      const entry = await this.#enter(context);
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
    const entry = await this.#enter(context);
    if (entry.turn !== undefined) await onMessage(entry.turn, context.activity, this.#parts);
    else if (entry.place !== undefined) await this.#parts.messages.send(entry.place, { text: entry.says });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name = '', value } = context.activity as { name?: string; value?: unknown };
    const late = (answer: InvokeResponse) => showLate(context.activity, answer, this.#parts);
    const answer = await endInTime(this.#invoke(context, name, value), this.#parts, late);
    return answer ?? lateInvoke(name, this.#parts.texts);
  }

  async #invoke(context: TurnContext, name: string, value: unknown): Promise<InvokeResponse> {
    try {
      const entry = await this.#enter(context);
      if (entry.turn === undefined) return refuseInvoke(name, entry.says);
      return await answerInvoke(entry.turn, { name, value }, this.#parts);
    } catch (error) {
      return invokeFailure(name, error, this.#parts);
    }
  }

  async #enter(context: TurnContext): Promise<Entry> {
    const { chats, clients, allowedTenants, texts } = this.#parts;
    const place = readPlace(context.activity);
    if (place === undefined) return { place, says: texts.unknownPerson };
    if (!allowedTenants.has(place.tenantId)) {
      const { says, next } = new CodedError('TENANT_NOT_ALLOWED');
      return { place, says: `${says} ${next}` };
    }
    const turn = await readTurn(context, clients);
    if (turn === undefined) return { place, says: texts.unknownPerson };
    if (place.chatType === 'personal') await chats.rememberPersonal(turn.author, place);
    return { turn };
  }
}
