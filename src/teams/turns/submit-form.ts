import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Draft, NoticedPosts } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { cardMessage } from '../cards/card-message.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { chatForm } from '../forms/chat-form.ts';
import { newForm, showForm } from '../forms/form-message.ts';
import { noticeOfForm } from '../notices/notice-of-form.ts';
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
      const { card } = await newForm({ author, chatId, shared, draft, problems: [about(error)] }, parts);
      // The form of another person or chat stays where it is.
      return { kind: 'card', card, apart: !theirs };
    }
    case 'problems': {
      const { form, draft, problems } = submission;
      const { card } = await showForm(form, { author, shared, draft, problems }, parts);
      return { kind: 'card', card };
    }
    case 'too-late': {
      const problems = [about(new CodedError('PLAN_CHANGED'))];
      const { card } = await newForm({ author, chatId, shared, draft: submission.draft, problems }, parts);
      return { kind: 'card', card };
    }
    case 'similar': {
      const { request } = submission.started;
      return { kind: 'card', card: buildSimilar(request, place, parts.texts) };
    }
    case 'started': {
      const { form, draft, started } = submission;
      if (!started.sameContent) await keepOtherText(turn, draft, parts);
      const answer = await answerPress(turn, started.request, parts);
      if (form.draft.notice !== undefined) return answeredNotice(turn, form.draft, form.draft.notice, parts);
      return answer.kind === 'card' ? { ...answer, shown: started.first } : answer;
    }
  }
}

/** The form was sent before with another text: the receipt shows that one, and the other text gets a form of its own. */
async function keepOtherText(turn: Turn, draft: Draft, parts: TeamsParts): Promise<void> {
  const problems = [about(new CodedError('FORM_USED'))];
  const { card } = await chatForm(turn, { draft, problems }, parts);
  await parts.messages.send(turn.place, cardMessage(card));
}

function about(error: CodedError): Problem {
  return { field: 'form', error };
}

/** What was answered stays where it was, without its text field. */
function answeredNotice(
  { place }: Turn,
  { threadId = '', topic }: Draft,
  notice: NoticedPosts,
  { texts, outlook }: TeamsParts,
): ActionAnswer {
  const { timeZone, locale } = place;
  const card = noticeCard(noticeOfForm(notice, { threadId, topic }), {
    ...{ texts, outlook },
    ...(timeZone !== undefined && { timeZone }),
    ...(locale !== undefined && { locale }),
  });
  return { kind: 'card', card };
}
