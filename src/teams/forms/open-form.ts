import type { Draft } from '../../conversations/ports/forms.ts';
import type { Problem } from '../../conversations/problem.ts';
import { cardMessage } from '../cards/card-message.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { chatForm } from './chat-form.ts';

/**
 * Posts a new form into the chat of a turn. A turn that is delivered again shows the same form again: it has the same id
 * and can be sent once.
 */
export async function openForm(
  turn: Turn,
  wish: { draft: Draft; problems?: readonly Problem[]; notice?: string },
  parts: CardParts,
): Promise<void> {
  const cause = turn.activityId === '' ? {} : { cause: `${turn.place.chatId}|${turn.activityId}` };
  const { card, signInNeeded } = await chatForm(turn, { ...wish, ...cause }, parts);
  await parts.messages.send(turn.place, cardMessage(card));
  if (signInNeeded) await askToSignIn({ person: turn.author, place: turn.place }, parts);
}

/** A form with nothing in it. */
export const emptyDraft: Draft = { kind: 'conversation', group: '', topic: '', body: '', people: '' };
