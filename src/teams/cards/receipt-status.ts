import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardColor } from './adaptive-card.ts';
import { formatTime } from './format-time.ts';

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
}

/** What a receipt says about its request: never more than is known. */
export function receiptStatus(options: ReceiptStatusOptions): ReceiptStatus {
  const { request, texts } = options;
  const { receipt } = texts;
  const reason = request.reason && new CodedError(request.reason.code, request.reason.details);
  switch (request.state) {
    case 'accepted':
    case 'sending':
      return { title: receipt.working, color: 'default', lines: [receipt.workingNote] };
    case 'waiting':
      return waitingStatus(options, reason);
    case 'created':
      return {
        title: request.kind === 'thread' ? receipt.threadCreated : receipt.created,
        color: 'good',
        lines: [],
      };
    case 'refused':
      return {
        title: receipt.refused,
        color: 'attention',
        lines: reason ? [reason.says, reason.next, receipt.refusedNote] : [receipt.refusedNote],
      };
    case 'unknown': {
      const known = reason ?? new CodedError('OUTCOME_UNKNOWN');
      return { title: receipt.unknown, color: 'warning', lines: [known.says, known.next] };
    }
    case 'discarded':
      return { title: receipt.discarded, color: 'default', lines: [receipt.discardedNote] };
  }
}

function waitingStatus(
  { request, texts, timeZone, locale }: ReceiptStatusOptions,
  reason: CodedError | undefined,
): ReceiptStatus {
  if (request.waitingFor === 'sign-in') {
    const known = reason ?? new CodedError('SIGN_IN_REQUIRED');
    return { title: texts.receipt.waitingForSignIn, color: 'warning', lines: [known.says, known.next] };
  }
  const again =
    request.dueAt === undefined
      ? texts.receipt.waitingSoon
      : texts.receipt.waitingUntil(formatTime(request.dueAt, { locale: locale ?? texts.language, timeZone }));
  return {
    title: texts.receipt.waiting,
    color: 'warning',
    lines: reason ? [reason.says, again] : [again],
  };
}
