import type { Draft } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { fillInCard } from '../cards/fill-in-card.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { formProblem, newForm, storeForm } from './form-message.ts';

export interface ChatFormWish {
  draft: Draft;
  problems?: readonly Problem[];
  notice?: string;
  /** What the form's id is derived from, so that the same cause gives the same form; undefined: a fresh one. */
  cause?: string;
}

/**
 * A new form for the chat of a turn: in a personal chat the form itself; where others look on, a small card from which
 * each person opens their own form as a dialog.
 */
export async function chatForm(
  { author, place }: Pick<Turn, 'author' | 'place'>,
  wish: ChatFormWish,
  parts: CardParts,
): Promise<{ card: AdaptiveCard; signInNeeded: boolean }> {
  const { chatId, chatType } = place;
  if (chatType === 'personal') return newForm({ ...wish, author, chatId, shared: false }, parts);
  const form = await storeForm({ ...wish, author, chatId }, parts);
  const { draft, problems = [], notice } = wish;
  const card = fillInCard({
    formId: form.id,
    kind: draft.kind,
    ...(draft.kind === 'reply' && draft.threadId !== undefined && { replyTo: draft.topic }),
    problems: problems.map((problem) => formProblem(problem, parts.texts)),
    ...(notice !== undefined && { notice }),
    texts: parts.texts,
  });
  return { card, signInNeeded: false };
}
