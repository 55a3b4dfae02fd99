import type { ConversationRequest } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { dialogAction } from './dialog-action.ts';
import { executeAction } from './execute-action.ts';
import { fileLines } from './file-lines.ts';
import { heading } from './heading.ts';
import { housekeepingActions } from './housekeeping-actions.ts';
import { orderActions } from './order-actions.ts';
import { labelledLine } from './labelled-line.ts';
import { receiptStatus, type ReceiptStatusOptions } from './receipt-status.ts';
import { textRun } from './text-run.ts';

export interface ReceiptCardOptions extends ReceiptStatusOptions {
  /** Where *Open in Outlook* leads, see `outlookLink`. */
  readonly outlookLink?: string;
  /** For a refused request: the form with its text, to be opened as a dialog. */
  readonly editForm?: string;
}

/** What the author is shown about a request, in every state: the status, what it is about, and what can be done now. */
export function receiptCard(options: ReceiptCardOptions): AdaptiveCard {
  const { request, texts } = options;
  const status = receiptStatus(options);
  const actions = receiptActions(options);
  const body: CardElement[] = [
    heading(status.title, status.color),
    ...status.lines.map((line): CardElement => ({
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [textRun(line)],
    })),
    { type: 'Container', spacing: 'medium', items: facts(request, texts) },
  ];
  if (actions.length > 0) body.push({ type: 'ActionSet', actions });
  const summary = [status.title, topicOf(request), groupName(request), ...status.lines].join(' – ');
  return card({ summary, body });
}

function facts(request: ConversationRequest, texts: Texts): CardElement[] {
  const { receipt } = texts;
  const topic = topicOf(request);
  const lines = [
    // Other systems reply by a thread's id alone.
    ...(topic === '' ? [] : [labelledLine(receipt.topic, topic)]),
    labelledLine(receipt.group, groupName(request)),
  ];
  const conversation = request.target.conversation?.topic ?? request.target.typedConversation;
  if (request.kind === 'thread' && conversation !== undefined) {
    lines.push(labelledLine(receipt.conversation, conversation));
  }
  const author = request.state === 'created' ? receipt.author : receipt.from;
  lines.push(labelledLine(author, request.author.name));
  const names = request.people.map(({ name, address }) => name ?? address);
  if (names.length > 0) {
    const more = names.length > 3 ? ` ${receipt.morePeople(names.length - 3)}` : '';
    lines.push(labelledLine(receipt.people, names.slice(0, 3).join(', ') + more));
  }
  return [...lines, ...fileLines(request.files ?? [], texts)];
}

/** A reply has the topic of what it answers. */
function topicOf({ kind, topic, target }: ConversationRequest): string {
  return kind === 'reply' ? (target.conversation?.topic ?? topic) : topic;
}

function groupName({ target }: ConversationRequest): string {
  return target.group?.name ?? target.typedGroup;
}

function receiptActions({ request, texts, outlookLink, editForm }: ReceiptCardOptions): CardAction[] {
  const { receipt } = texts;
  if (request.state === 'refused') {
    if (editForm !== undefined) return [dialogAction({ title: receipt.edit, formId: editForm })];
    return [
      executeAction({
        title: receipt.edit,
        verb: cardVerbs.open,
        data: { requestId: request.id },
        style: 'positive',
      }),
    ];
  }
  if (request.state === 'discarded') return [startAnother(receipt)];
  if (request.state !== 'created') return orderActions(request, receipt);
  const open: CardAction[] =
    outlookLink === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: receipt.openInOutlook, url: outlookLink }];
  const groupId = request.target.group?.id;
  const conversationId = request.created?.conversationId ?? request.target.conversation?.id;
  const housekeeping =
    groupId === undefined || conversationId === undefined
      ? []
      : housekeepingActions({ groupId, conversationId }, texts);
  return [...open, ...orderActions(request, receipt), startAnother(receipt), ...housekeeping];
}

function startAnother(receipt: Texts['receipt']): CardAction {
  return executeAction({ title: receipt.startAnother, verb: cardVerbs.open });
}
