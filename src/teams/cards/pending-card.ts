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
  /** How many there are, those that are not among `requests` included; all of them are unless told. */
  readonly total?: number;
  readonly texts: Texts;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Teams shows six buttons of a card, so each entry has one, and the rest in its overflow menu. */
const most = 6;
/** How much of each text is shown, in characters: enough to know it again. */
const preview = 300;
const brief = 200;

/** What of a person is not settled: the first ones with their text and what can be done about them, the next ones by name. */
export function pendingCard(options: PendingCardOptions): AdaptiveCard {
  const { requests, texts, total = requests.length, ...place } = options;
  const { pending } = texts;
  const shown = requests.slice(0, most);
  const next = requests.slice(most);
  const body: CardElement[] = [heading(pending.title)];
  if (shown.length === 0) body.push({ type: 'TextBlock', text: pending.none, wrap: true });
  for (const request of shown) body.push(...entry(request, texts, place));
  if (next.length > 0) {
    body.push({ type: 'TextBlock', text: pending.next, wrap: true, spacing: 'large' });
    body.push(...next.map((request) => briefEntry(request, texts, place)));
  }
  if (total > requests.length)
    body.push({ type: 'TextBlock', text: pending.more(total - requests.length), wrap: true });
  return card({ summary: `${pending.title}: ${total}`, body });
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

function briefEntry(
  request: ConversationRequest,
  texts: Texts,
  place: Pick<PendingCardOptions, 'timeZone' | 'locale'>,
): CardElement {
  const { title } = receiptStatus({ request, texts, ...place });
  const about = [request.topic, shownGroup(request, texts.receipt)].filter((part) => part !== '');
  return {
    type: 'RichTextBlock',
    spacing: 'small',
    inlines: [
      { type: 'TextRun', text: `${title}: `, isSubtle: true },
      textRun(about.join(' – '), { limit: brief }),
    ],
  };
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
