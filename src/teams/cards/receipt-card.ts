import { openQuestion } from '../../conversations/open-question.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { isPlanned } from '../../conversations/schedule/is-planned.ts';
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
import { nameRecipients } from './name-recipients.ts';
import { receiptStatus, type ReceiptStatusOptions } from './receipt-status.ts';
import { shownConversation } from './shown-conversation.ts';
import { shownGroup } from './shown-group.ts';
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
  const body: CardElement[] = [
    heading(status.title, status.color),
    ...status.lines.map((line): CardElement => ({
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [textRun(line)],
    })),
    { type: 'Container', spacing: 'medium', items: facts(request, texts) },
  ];
  // In rows of their own: one holds no more than the six of Teams, those in its overflow included.
  for (const row of [followingActions(options), receiptActions(options)])
    if (row.length > 0) body.push({ type: 'ActionSet', actions: row });
  const summary = [status.title, topicOf(request), shownGroup(request, texts.receipt), ...status.lines].join(
    ' – ',
  );
  return card({ summary, body });
}

function facts(request: ConversationRequest, texts: Texts): CardElement[] {
  const { receipt } = texts;
  const topic = topicOf(request);
  const lines = [
    // Other systems reply by a thread's id alone.
    ...(topic === '' ? [] : [labelledLine(receipt.topic, topic)]),
    labelledLine(receipt.group, shownGroup(request, receipt)),
  ];
  const conversation = shownConversation(request, receipt);
  if (request.kind === 'thread' && conversation !== undefined) {
    lines.push(labelledLine(receipt.conversation, conversation));
  }
  const author = request.state === 'created' ? receipt.author : receipt.from;
  lines.push(labelledLine(author, request.author.name));
  const recipients = nameRecipients(request, receipt);
  if (recipients !== '') lines.push(labelledLine(receipt.people, recipients));
  return [...lines, ...fileLines(request.files ?? [], texts), ...membersLine(request, texts)];
}

/** That the members are told in Teams; the question about many says it itself. */
function membersLine(request: ConversationRequest, { announcement }: Texts): CardElement[] {
  const { state, tellMembers } = request;
  const isSaid = openQuestion(request) !== undefined && !isPlanned(request);
  if (!tellMembers || state === 'refused' || state === 'discarded' || isSaid) return [];
  const text = state === 'created' ? announcement.membersBeingTold : announcement.membersAreTold;
  return [{ type: 'TextBlock', text, wrap: true, spacing: 'small' }];
}

/** A reply has the topic of what it answers. */
function topicOf({ kind, topic, target }: ConversationRequest): string {
  return kind === 'reply' ? (target.conversation?.topic ?? topic) : topic;
}

function receiptActions({ request, texts, editForm }: ReceiptCardOptions): CardAction[] {
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
  if (request.state === 'discarded')
    return [executeAction({ title: receipt.startAnother, verb: cardVerbs.open })];
  if (request.state !== 'created') return orderActions(request, texts);
  return [
    ...orderActions(request, texts),
    executeAction({ title: receipt.startAnother, verb: cardVerbs.open }),
  ];
}

/** What follows on what was posted, for everybody who sees it: each acts with their own rights. */
function followingActions({ request, texts, outlookLink }: ReceiptCardOptions): CardAction[] {
  const { state, target, created } = request;
  if (state !== 'created') return [];
  const { announcement, list, receipt } = texts;
  const open: CardAction[] =
    outlookLink === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: receipt.openInOutlook, url: outlookLink }];
  const conversationId = created?.conversationId ?? target.conversation?.id;
  if (target.group === undefined || conversationId === undefined) return open;
  const data = { groupId: target.group.id, conversationId };
  return [
    ...open,
    executeAction({ title: list.reply, verb: cardVerbs.reply, data }),
    executeAction({ title: list.newThread, verb: cardVerbs.threadIn, data }),
    executeAction({ title: announcement.watch, verb: cardVerbs.watch, data, secondary: true }),
    ...housekeepingActions(data, texts),
  ];
}
