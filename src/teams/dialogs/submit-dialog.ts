import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { answerPress, waitsForSignIn } from '../turns/answer-press.ts';
import { takeSubmission } from '../turns/take-submission.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { answerAudience } from './answer-audience.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { newDialogForm, showDialogForm } from './dialog-form.ts';
import { endDialog } from './end-dialog.ts';
import { previewDialog } from './preview-dialog.ts';
import { similarDialog } from './similar-dialog.ts';

export interface DialogSubmission {
  /** To what the form is bound besides its person. */
  chatId: string;
  /** Where the receipt goes. */
  place: ReceiptPlace;
  /** How the dialog ends, once there is a request. */
  end: (request: ConversationRequest) => DialogAnswer | Promise<DialogAnswer>;
}

/**
 * A form that was sent from a dialog: what is wrong keeps it open with everything typed; what was started ends it. The
 * receipt is a message of its own, because the card that opened the dialog is there for others, too.
 */
export async function submitDialog(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  options: DialogSubmission,
  parts: TeamsParts,
): Promise<DialogAnswer> {
  const { chatId, place } = options;
  if (data['verb'] === cardVerbs.preview || data['verb'] === cardVerbs.change)
    return previewDialog(turn, data, options, parts);
  if ([cardVerbs.postNow, cardVerbs.confirm, cardVerbs.changePlan].some((verb) => verb === data['verb']))
    return answerAudience(turn, data, options, parts);
  const again = data['verb'] === cardVerbs.again;
  const submission = await takeSubmission(turn, data, { chatId, place, again }, parts);
  switch (submission.kind) {
    case 'no-form': {
      const { draft, error } = submission;
      return newDialogForm(turn, { chatId, draft, problems: [{ field: 'form', error }] }, parts);
    }
    case 'problems':
      return showDialogForm(turn, submission.form, submission, parts);
    case 'too-late': {
      const problems = [{ field: 'form' as const, error: new CodedError('PLAN_CHANGED') }];
      return newDialogForm(turn, { chatId, draft: submission.draft, problems }, parts);
    }
    case 'similar': {
      const { form, draft, started } = submission;
      await parts.forms.keepDraft(form.id, draft);
      return similarDialog(started.request, { formId: form.id, texts: parts.texts });
    }
    case 'started': {
      const { draft, started } = submission;
      if (!started.sameContent) {
        const error = new CodedError('FORM_USED');
        return newDialogForm(turn, { chatId, draft, problems: [{ field: 'form', error }] }, parts);
      }
      return endDialog(turn, await goOn(turn, started, parts), options, parts);
    }
  }
}

/** A form that is sent again, after its person has signed in, takes its request along. */
async function goOn(
  turn: Turn,
  { first, request }: { first: boolean; request: ConversationRequest },
  parts: TeamsParts,
): Promise<ConversationRequest> {
  if (first || !waitsForSignIn(request)) return request;
  await answerPress(turn, request, parts);
  return (await parts.conversations.find(request.id)) ?? request;
}
