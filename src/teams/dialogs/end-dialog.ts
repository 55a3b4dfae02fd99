import { openQuestion } from '../../conversations/open-question.ts';
import { draftOf } from '../../conversations/draft-of.ts';
import type { ConversationRequest, Reason } from '../../conversations/request.ts';
import { problemOf } from '../receipts/problem-of.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { audienceDialog } from './audience-dialog.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { newDialogForm, type DialogFormWish } from './dialog-form.ts';
import type { DialogSubmission } from './submit-dialog.ts';

/** What a dialog shows once there is a request: a question about it, the form to mend what was refused, or its end. */
export async function endDialog(
  turn: Turn,
  request: ConversationRequest,
  { chatId, end }: Pick<DialogSubmission, 'chatId' | 'end'>,
  parts: TeamsParts,
): Promise<DialogAnswer> {
  const { state, reason } = request;
  if (request.forgotten) return { kind: 'message', text: parts.texts.forget.gone };
  if (waitsForAudience(request)) return audienceDialog(request, turn.place, parts.texts);
  if (state !== 'refused' || reason === undefined) return end(request);
  return newDialogForm(turn, mend(request, reason, chatId), parts);
}

/** Whether its author is asked how many, or who, would get it: now, or at the time that it is planned for. */
export function waitsForAudience(request: ConversationRequest): boolean {
  return request.state === 'waiting' && openQuestion(request) !== undefined;
}

/** A refused request as a form; where its receipt offers the same, it is one form, to be sent once. */
function mend(request: ConversationRequest, reason: Reason, chatId: string): DialogFormWish {
  const cause = `${request.id}|${request.version}`;
  return {
    chatId,
    draft: draftOf(request),
    problems: [problemOf(reason)],
    cause: chatId === request.place?.chatId ? cause : `${cause}|${chatId}`,
  };
}
