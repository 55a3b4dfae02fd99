import type { Draft } from '../../conversations/ports/forms.ts';
import { findConversation } from '../../conversations/find-conversation.ts';
import { findGroup } from '../../conversations/find-group.ts';
import { openForm } from '../forms/open-form.ts';
import { lookUp } from './look-up.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** How much of the last words is shown, in characters. */
const lastWords = 300;

/**
 * The form of a reply, with what it answers: topic, group and last words of the conversation. What cannot be found is
 * asked for in the form; nothing typed is lost.
 *
 * @param wish.draft names group and conversation, by ids or as typed; either may be empty
 */
export async function openReply(
  turn: Turn,
  wish: { draft: Draft; notice?: string },
  parts: TeamsParts,
): Promise<void> {
  const { draft } = wish;
  if (draft.group === '' || !draft.conversation) return openForm(turn, wish, parts);
  const found = await lookUp(turn.author, parts, (token) => findThread(draft, parts, token));
  if (found.kind === 'found') {
    const { group, topic, threadId, preview } = found.value;
    const { conversation: _, ...rest } = draft;
    const words =
      preview === '' ? undefined : parts.texts.list.lastWords(preview.slice(0, lastWords).toWellFormed());
    // A notice may end with an example, after which nothing can follow.
    const notice = [words, wish.notice].filter((line) => line !== undefined).join(' ');
    const settled = threadId === undefined ? { ...draft, group } : { ...rest, group, topic, threadId };
    return openForm(turn, { draft: settled, ...(notice !== '' && { notice }) }, parts);
  }
  // The form asks for the sign-in by itself.
  if (found.kind === 'sign-in') return openForm(turn, wish, parts);
  return openForm(turn, { ...wish, problems: [{ field: 'conversation', error: found.error }] }, parts);
}

async function findThread(
  { group: typedGroup, conversation: typed = '' }: Draft,
  { directory }: TeamsParts,
  token: string,
): Promise<{ group: string; topic: string; threadId: string | undefined; preview: string }> {
  const group = await findGroup(directory, token, typedGroup);
  const conversation = await findConversation(directory, token, group, typed);
  const [newest] = await directory.threads(token, group.id, conversation.id);
  return {
    group: group.id,
    topic: conversation.topic,
    threadId: newest?.id,
    preview: newest?.preview ?? '',
  };
}
