import { ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { cardMessage } from './cards/card-message.ts';
import { helpCard } from './cards/help-card.ts';
import { answerInvoke } from './invokes/answer-invoke.ts';
import { onMessage } from './turns/on-message.ts';
import { readPlace, readTurn } from './turns/read-turn.ts';
import type { TeamsParts } from './turns/teams-parts.ts';
import type { Turn } from './turns/turn.ts';

/** Where Bot Framework hands over: activities come in, plain turns go on. */
export class KickoffActivityHandler extends ActivityHandler {
  readonly #parts: TeamsParts;

  constructor(parts: TeamsParts) {
    super();
    this.#parts = parts;
    this.onMessage(async (context, next) => {
      const turn = await this.#turnOf(context);
      if (turn !== undefined) await onMessage(turn, context.activity, parts);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      const place = readPlace(context.activity);
      if (place?.chatType === 'personal' && parts.allowedTenants.has(place.tenantId)) {
        await this.#turnOf(context);
        await parts.messages.send(place, cardMessage(helpCard({ texts: parts.texts, welcome: true })));
      }
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const turn = await this.#turnOf(context);
    if (turn === undefined) return { status: 403 };
    const { name = '', value } = context.activity as { name?: string; value?: unknown };
    return answerInvoke(turn, { name, value }, this.#parts);
  }

  /** The turn, unless nobody may act on it: then the person is told why. */
  async #turnOf(context: TurnContext): Promise<Turn | undefined> {
    const { chats, clients, allowedTenants, messages, texts } = this.#parts;
    const place = readPlace(context.activity);
    if (place === undefined) return undefined;
    const isMessage = context.activity.type === 'message';
    if (!allowedTenants.has(place.tenantId)) {
      const { says, next } = new CodedError('TENANT_NOT_ALLOWED');
      if (isMessage) await messages.send(place, { text: `${says} ${next}` });
      return undefined;
    }
    const turn = await readTurn(context, clients);
    if (turn === undefined) {
      if (isMessage) await messages.send(place, { text: texts.unknownPerson });
      return undefined;
    }
    if (place.chatType === 'personal') await chats.rememberPersonal(turn.author, place);
    return turn;
  }
}
