import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { cardMessage } from '../cards/card-message.ts';
import { chatForm } from '../forms/chat-form.ts';
import { newForm, showForm } from '../forms/form-message.ts';
import { keepReply } from '../notices/keep-reply.ts';
import { noticeStays } from '../notices/notice-stays.ts';
import { buildSimilar } from '../receipts/build-similar.ts';
import type { ActionAnswer } from './action-answer.ts';
import { answerPress } from './answer-press.ts';
import { takeSubmission } from './take-submission.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * A pressed form: checked on the server whatever the client checked, then started once for each form id.
 *
 * @returns what takes the form's place for the person who pressed: the receipt, the same form with what is wrong, or a new
 *   form with what was typed
 */
export async function submitForm(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place, replyToId: cardId } = turn;
  const shared = place.chatType !== 'personal';
  const { chatId } = place;
  const options = { chatId, place, ...(cardId !== undefined && { cardId }) };
  const submission = await takeSubmission(turn, data, options, parts);
  switch (submission.kind) {
    case 'no-form': {
      const { draft, error, theirs } = submission;
      const problems = [about(error)];
      if (draft.notice !== undefined)
        return keepReply(turn, { draft, notice: draft.notice, formId: undefined, problems }, parts);
      const { card } = await newForm({ author, chatId, shared, draft, problems }, parts);
      if (!theirs && !shared && isFieldOfNotice(data)) {
        await parts.messages.send(place, cardMessage(card));
        const { says, next } = parts.texts.error(error);
        return { kind: 'message', text: `${says} ${next}`, shown: true };
      }
      // The form of another person or chat stays where it is.
      return { kind: 'card', card, apart: !theirs };
    }
    case 'problems': {
      const { form, draft, problems } = submission;
      if (draft.notice !== undefined)
        return keepReply(turn, { draft, notice: draft.notice, formId: form.id, problems }, parts);
      const { card } = await showForm(form, { author, shared, draft, problems }, parts);
      return { kind: 'card', card };
    }
    case 'too-late': {
      const problems = [about(new CodedError('PLAN_CHANGED'))];
      const { card } = await newForm({ author, chatId, shared, draft: submission.draft, problems }, parts);
      return { kind: 'card', card };
    }
    case 'similar': {
      const { form, draft, started } = submission;
      const card = buildSimilar(started.request, place, parts.texts);
      if (draft.notice === undefined) return { kind: 'card', card };
      await parts.messages.send(place, cardMessage(card));
      return keepReply(turn, { draft, notice: draft.notice, formId: form.id, problems: [] }, parts);
    }
    case 'started': {
      const { draft, started } = submission;
      if (!started.sameContent) await keepOtherText(turn, draft, parts);
      const answer = await answerPress(turn, started.request, parts);
      if (draft.notice !== undefined) return noticeStays(turn, { draft, notice: draft.notice }, parts);
      return answer.kind === 'card' ? { ...answer, shown: started.first } : answer;
    }
  }
}

/** The form was sent before with another text: the receipt shows that one, and the other text gets a form of its own. */
async function keepOtherText(turn: Turn, typed: Draft, parts: TeamsParts): Promise<void> {
  const { notice: _, ...draft } = typed;
  const problems = [about(new CodedError('FORM_USED'))];
  const { card } = await chatForm(turn, { draft, problems }, parts);
  await parts.messages.send(turn.place, cardMessage(card));
}

/** The text field of a notice is all that there is to fill in: a form has people, too. */
function isFieldOfNotice(data: Readonly<Record<string, unknown>>): boolean {
  return typeof data['body'] === 'string' && data['people'] === undefined && data['topic'] === undefined;
}

function about(error: CodedError): Problem {
  return { field: 'form', error };
}
