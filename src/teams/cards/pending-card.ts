import { openQuestion } from '../../conversations/open-question.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { orderActions } from './order-actions.ts';
import { receiptStatus, type ReceiptStatus } from './receipt-status.ts';
import { shownGroup } from './shown-group.ts';
import { textRun } from './text-run.ts';

export interface PendingCardOptions {
  readonly requests: readonly ConversationRequest[];
  readonly texts: Texts;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Teams shows six buttons of a card, so each entry has one, and the rest in its overflow menu. */
const most = 6;
/** How much of each text is shown, in characters: enough to know it again. */
const preview = 300;

/** Everything of a person that is not settled, each with its text and what can be done about it. */
export function pendingCard({ requests, texts, ...place }: PendingCardOptions): AdaptiveCard {
  const { pending } = texts;
  const shown = requests.slice(0, most);
  const body: CardElement[] = [heading(pending.title)];
  if (shown.length === 0) body.push({ type: 'TextBlock', text: pending.none, wrap: true });
  for (const request of shown) body.push(...entry(request, texts, place));
  if (requests.length > most) {
    body.push({ type: 'TextBlock', text: pending.more(requests.length - most), wrap: true });
  }
  return card({ summary: `${pending.title}: ${requests.length}`, body });
}

function entry(
  request: ConversationRequest,
  texts: Texts,
  place: Pick<PendingCardOptions, 'timeZone' | 'locale'>,
): CardElement[] {
  const status = receiptStatus({ request, texts, ...place });
  const { topic, body } = request;
  const actions = pendingActions(request, texts);
  return [
    {
      type: 'Container',
      spacing: 'medium',
      items: [
        heading(status.title, status.color),
        ...questionLines(request, status),
        labelledLine(texts.receipt.topic, topic),
        labelledLine(texts.receipt.group, shownGroup(request, texts.receipt)),
        { type: 'RichTextBlock', spacing: 'small', inlines: [textRun(body.content, { limit: preview })] },
      ],
    },
    ...(actions.length === 0 ? [] : [{ type: 'ActionSet' as const, actions }]),
  ];
}

/** Its buttons answer what is asked, so the list asks it, too. */
function questionLines(request: ConversationRequest, { lines }: ReceiptStatus): CardElement[] {
  if (openQuestion(request) === undefined) return [];
  return lines.map((line) => ({ type: 'RichTextBlock', spacing: 'small', inlines: [textRun(line)] }));
}

function pendingActions(request: ConversationRequest, texts: Texts): CardAction[] {
  const [first, ...others] = ordersOf(request, texts);
  return first === undefined ? [] : [first, ...others.map(intoOverflow)];
}

function ordersOf(request: ConversationRequest, texts: Texts): CardAction[] {
  if (request.state !== 'refused') return orderActions(request, texts);
  const data = { requestId: request.id };
  return [
    executeAction({ title: texts.receipt.edit, verb: cardVerbs.open, data, style: 'positive' }),
    executeAction({ title: texts.receipt.discard, verb: cardVerbs.discard, data }),
  ];
}

function intoOverflow(action: CardAction): CardAction {
  const mode = 'secondary';
  return action.type === 'Action.Execute'
    ? { ...action, mode, fallback: { ...action.fallback, mode } }
    : { ...action, mode };
}
