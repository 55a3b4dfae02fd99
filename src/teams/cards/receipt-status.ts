import { openQuestion } from '../../conversations/open-question.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { comesTwice } from '../../conversations/schedule/comes-twice.ts';
import { isPlanned } from '../../conversations/schedule/is-planned.ts';
import type { ErrorSentences, Texts } from '../texts/texts.ts';
import type { CardColor } from './adaptive-card.ts';
import { audienceLines } from './audience-lines.ts';
import { formatPlan, formatTime } from './format-time.ts';
import { shownGroup } from './shown-group.ts';
import { statusForOthers } from './status-for-others.ts';

export interface ReceiptStatus {
  /** One of our own texts. */
  readonly title: string;
  readonly color: CardColor;
  /** Sentences under the title; they may name groups and people. */
  readonly lines: readonly string[];
}

export interface ReceiptStatusOptions {
  readonly request: ConversationRequest;
  readonly texts: Texts;
  readonly timeZone?: string;
  readonly locale?: string;
  /** For those whose request it is not. */
  readonly forOthers?: boolean;
}

/** What a receipt says about its request: never more than is known. */
export function receiptStatus(options: ReceiptStatusOptions): ReceiptStatus {
  const own = ownStatus(options);
  return options.forOthers ? statusForOthers(own, options) : own;
}

function ownStatus(options: ReceiptStatusOptions): ReceiptStatus {
  const { request, texts } = options;
  const { receipt } = texts;
  const reason = request.reason && texts.error(request.reason);
  switch (request.state) {
    case 'accepted':
    case 'sending':
      return { title: receipt.working, color: 'default', lines: [receipt.workingNote] };
    case 'waiting':
      return waitingStatus(options, reason);
    case 'created':
      return createdStatus(request, receipt);
    case 'refused':
      return {
        title: receipt.refused,
        color: 'attention',
        lines: reason ? [reason.says, reason.next, receipt.refusedNote] : [receipt.refusedNote],
      };
    case 'unknown':
      return unknownStatus(options, reason);
    case 'discarded':
      return request.replacedBy === undefined
        ? { title: receipt.discarded, color: 'default', lines: [receipt.discardedNote] }
        : { title: texts.plan.replaced, color: 'default', lines: [texts.plan.replacedNote] };
  }
}

function createdStatus(request: ConversationRequest, receipt: Texts['receipt']): ReceiptStatus {
  const { alsoFound = [] } = request;
  return {
    title: createdTitle(request, receipt),
    color: alsoFound.length > 0 ? 'warning' : 'good',
    lines: alsoFound.length > 0 ? [receipt.foundTwice(alsoFound.length + 1)] : [],
  };
}

function createdTitle({ kind, created }: ConversationRequest, receipt: Texts['receipt']): string {
  if (kind === 'reply') return created?.postId === undefined ? receipt.replyAccepted : receipt.replySent;
  return kind === 'thread' ? receipt.threadCreated : receipt.created;
}

/** Why a look could not be made that passes only when somebody does something. */
const forPeople = new Set<string>(['READING_NOT_ALLOWED', 'READ_PERMISSION_MISSING', 'LOOK_TOO_LARGE']);

/** What is known about a lost answer: that it is being looked for, that it is not there, or that nobody could look. */
function unknownStatus(
  { request, texts, timeZone, locale }: ReceiptStatusOptions,
  reason: ErrorSentences | undefined,
): ReceiptStatus {
  const { receipt } = texts;
  const { lookedAt, lookComplete, dueAt } = request;
  if (lookedAt !== undefined && lookComplete && dueAt === undefined) {
    const group = shownGroup(request, receipt);
    const at = formatTime(lookedAt, { language: texts.language, locale, timeZone });
    return {
      title: receipt.notThere,
      color: 'warning',
      lines: [receipt.looked(group, at), receipt.youDecide],
    };
  }
  if (lookedAt !== undefined && !lookComplete && reason !== undefined) {
    const curable = forPeople.has(request.reason?.code ?? '') ? [reason.next] : [];
    const lines = [reason.says, ...curable, whatNext(request, receipt)];
    return { title: receipt.couldNotLook, color: 'warning', lines };
  }
  // Whatever made the answer get lost, this is what is known.
  const { says, next } = texts.error({ code: 'OUTCOME_UNKNOWN' });
  return { title: receipt.unknown, color: 'warning', lines: [says, next] };
}

/** Nobody could look: whether that is tried again by itself, needs a sign-in, or is in the author's hands. */
function whatNext({ waitingFor, dueAt }: ConversationRequest, receipt: Texts['receipt']): string {
  if (waitingFor === 'sign-in') return receipt.nothingSentUntilSignIn;
  return dueAt === undefined ? receipt.nothingSentYouDecide : receipt.nothingSent;
}

/** When it goes out: in the zone that it was planned in, whoever reads it where. */
function plannedStatus({ request, texts, timeZone, locale }: ReceiptStatusOptions): ReceiptStatus {
  const { plan } = texts;
  const { postAt = request.createdAt, place } = request;
  const zone = place?.timeZone ?? timeZone;
  const question = openQuestion(request);
  const lines = question === undefined ? [plan.note] : [...audienceLines(question, texts), plan.confirmFirst];
  return {
    title: plan.title(formatPlan(postAt, { language: texts.language, locale, timeZone: zone })),
    color: question === undefined ? 'accent' : 'warning',
    lines: [...lines, ...(comesTwice(postAt, zone) ? [plan.firstOfTwo] : [])],
  };
}

function waitingStatus(
  { request, texts, timeZone, locale }: ReceiptStatusOptions,
  reason: ErrorSentences | undefined,
): ReceiptStatus {
  if (request.waitingFor === 'sign-in') {
    const known = reason ?? texts.error({ code: 'SIGN_IN_REQUIRED' });
    return { title: texts.receipt.waitingForSignIn, color: 'warning', lines: [known.says, known.next] };
  }
  if (isPlanned(request)) return plannedStatus({ request, texts, timeZone, locale });
  const question = openQuestion(request);
  if (question !== undefined) {
    const told = request.tellMembers ? [texts.announcement.membersAreTold] : [];
    const lines = [...audienceLines(question, texts), ...told, texts.error(question).next];
    return { title: texts.receipt.askFirst, color: 'warning', lines };
  }
  if (request.waitingFor === 'author') {
    const isLatePlan = request.postAt !== undefined && request.reason === undefined;
    const late = isLatePlan ? texts.plan.late : texts.receipt.signedInLate;
    return { title: texts.receipt.waitingForYou, color: 'warning', lines: [late] };
  }
  const again =
    request.dueAt === undefined
      ? texts.receipt.waitingSoon
      : texts.receipt.waitingUntil(formatTime(request.dueAt, { language: texts.language, locale, timeZone }));
  return {
    title: texts.receipt.waiting,
    color: 'warning',
    lines: reason ? [reason.says, again] : [again],
  };
}
