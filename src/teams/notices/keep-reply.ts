import type { Draft, NoticedPosts } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { cardMessage } from '../cards/card-message.ts';
import { newForm, storeForm } from '../forms/form-message.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { noticeStays } from './notice-stays.ts';
import { replyLifetime } from './reply-lifetime.ts';

/** Longer texts leave too little of a card for the notice; in characters. */
const mostInPlace = 10_000;

/**
 * A reply that could not be taken from a notice's text field: the field stays, with what was typed and what is wrong with
 * it. What is too long for it goes into a form of its own, in a message below.
 *
 * @param formId of the field; undefined when it has expired, and gets a new one
 */
export async function keepReply(
  turn: Turn,
  {
    draft,
    notice,
    formId,
    problems,
  }: {
    draft: Draft;
    notice: NoticedPosts;
    formId: string | undefined;
    problems: readonly Problem[];
  },
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { author, place } = turn;
  const { chatId } = place;
  if (draft.body.length > mostInPlace) {
    const { notice: _, ...apart } = draft;
    const { card } = await newForm({ author, chatId, shared: false, draft: apart, problems }, parts);
    await parts.messages.send(place, cardMessage(card));
    return noticeStays(turn, { draft, notice }, parts);
  }
  const { id } =
    formId === undefined
      ? await storeForm({ author, chatId, draft, lifetime: replyLifetime }, parts)
      : { id: formId };
  return noticeStays(turn, { draft, notice }, parts, { formId: id, problems });
}
