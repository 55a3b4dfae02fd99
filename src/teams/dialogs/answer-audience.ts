import { draftOf } from '../../conversations/draft-of.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { waitsForSignIn } from '../turns/answer-press.ts';
import { ownRequest } from '../turns/own-request.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { newDialogForm } from './dialog-form.ts';
import { endDialog, waitsForAudience } from './end-dialog.ts';
import type { DialogSubmission } from './submit-dialog.ts';

/**
 * *Post* (of what is planned: *post it then*) and *Back* in a dialog that asked who would get it. The form behind *Back* takes
 * the place of the request once it is sent, and until then that waits as it did: whoever closes the dialog loses nothing.
 */
export async function answerAudience(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  options: DialogSubmission,
  parts: TeamsParts,
): Promise<DialogAnswer> {
  const { conversations, texts } = parts;
  const request = await ownRequest(turn, data, parts);
  if (request === undefined) return { kind: 'message', text: texts.order.notYours };
  if (!waitsForAudience(request)) return endDialog(turn, request, options, parts);
  if (data['verb'] === cardVerbs.changePlan) {
    const draft = { ...draftOf(request), replaces: request.id };
    const cause = `back|${request.id}|${request.version}|${options.chatId}`;
    return newDialogForm(turn, { chatId: options.chatId, draft, cause }, parts);
  }
  const order = data['verb'] === cardVerbs.confirm ? 'confirm' : 'post-now';
  const answer = await conversations.order(request.id, turn.author, order);
  const now = 'request' in answer ? answer.request : request;
  return waitsForSignIn(now) ? options.end(now) : endDialog(turn, now, options, parts);
}
