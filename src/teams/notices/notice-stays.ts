import type { Draft, NoticedPosts } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { formProblem } from '../forms/form-message.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { noticeOfForm } from './notice-of-form.ts';

/**
 * The pressed notice as it stays in the chat.
 *
 * @param reply the form of its text field and what is wrong with the draft's text, which stands in it; none once it is answered
 */
export function noticeStays(
  { place }: Pick<Turn, 'place'>,
  { draft, notice }: { draft: Draft; notice: NoticedPosts },
  { texts, outlook }: Pick<TeamsParts, 'texts' | 'outlook'>,
  reply?: { readonly formId: string; readonly problems: readonly Problem[] },
): ActionAnswer {
  const { timeZone, locale } = place;
  const { threadId = '', topic, body } = draft;
  const card = noticeCard(noticeOfForm(notice, { threadId, topic }), {
    ...{ texts, outlook },
    ...(timeZone !== undefined && { timeZone }),
    ...(locale !== undefined && { locale }),
    ...(reply !== undefined && {
      formId: reply.formId,
      typed: body,
      problems: reply.problems.map((problem) => formProblem(problem, texts)),
    }),
  });
  return { kind: 'card', card };
}
