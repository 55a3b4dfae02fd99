import { openQuestion } from '../../conversations/open-question.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import type { ErrorSentences, Texts } from '../texts/texts.ts';
import type { ReceiptStatus } from './receipt-status.ts';

/**
 * A receipt's status for those whose request it is not. What its author can do or decide is said of them by name; a reason
 * that addresses them says whom it means.
 *
 * @param own what its author reads
 */
export function statusForOthers(
  own: ReceiptStatus,
  { request, texts }: { request: ConversationRequest; texts: Texts },
): ReceiptStatus {
  const said = sentences(request, texts);
  const { name } = request.author;
  const reason = addressedReason(request, texts);
  const lines = own.lines.flatMap((line): string[] => {
    if (reason?.next === line && own.lines.includes(reason.says)) return [];
    if (reason?.says !== line) return [said.get(line) ?? line];
    const next = own.lines.includes(reason.next) ? ` ${reason.next}` : '';
    return [texts.others.to(name, `${line}${next}`)];
  });
  return { ...own, title: said.get(own.title) ?? own.title, lines };
}

/** What is said to the author, and what is said of it to everybody else. */
function sentences(request: ConversationRequest, texts: Texts): ReadonlyMap<string, string> {
  const { others, plan, receipt } = texts;
  const { name } = request.author;
  const question = openQuestion(request);
  const found = (request.alsoFound?.length ?? 0) + 1;
  const decides = others.decides(name);
  return new Map([
    [receipt.waitingForSignIn, others.waitingForSignIn],
    [receipt.askFirst, others.notYet],
    [receipt.waitingForYou, others.notYet],
    [receipt.replyAccepted, others.replyAccepted],
    [receipt.foundTwice(found), others.foundTwice(found)],
    [receipt.refusedNote, others.refusedNote],
    [receipt.youDecide, decides],
    [receipt.signedInLate, decides],
    [receipt.nothingSentUntilSignIn, others.nothingSentUntilSignIn(name)],
    [receipt.nothingSentYouDecide, others.nothingSentDecides(name)],
    [plan.late, decides],
    [plan.note, others.planned(name)],
    [plan.confirmFirst, others.confirmFirst(name)],
    ...(question === undefined ? [] : [[texts.error(question).next, decides] as const]),
  ]);
}

/** Why it is where it is, where that is something for its author to mend. */
function addressedReason(
  { state, waitingFor, reason }: ConversationRequest,
  texts: Texts,
): ErrorSentences | undefined {
  if (waitingFor === 'sign-in') return texts.error(reason ?? { code: 'SIGN_IN_REQUIRED' });
  const isAddressed = state === 'refused' || state === 'unknown';
  return isAddressed && reason !== undefined ? texts.error(reason) : undefined;
}
