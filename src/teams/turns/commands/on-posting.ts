import { checkContent } from '../../../conversations/check-content.ts';
import { sourceKey } from '../../../conversations/source-key.ts';
import { cardMessage } from '../../cards/card-message.ts';
import { similarCard } from '../../cards/similar-card.ts';
import type { PostingCommand } from '../../commands/command.ts';
import { contentOf } from '../../forms/content-of.ts';
import { openForm } from '../../forms/open-form.ts';
import { draftOfCommand } from '../draft-of-command.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';
import { openReply } from '../open-reply.ts';

/** `start`, `thread` and `reply`: posts what is complete, and opens the form with everything else. */
export async function onPosting(turn: Turn, command: PostingCommand, parts: TeamsParts): Promise<void> {
  const { tenantId, chatId } = turn.place;
  const key = sourceKey.command({ tenantId, chatId, activityId: turn.activityId });
  // Delivered again after the list that its numbers are from, or the chat's group, has changed.
  if (turn.activityId !== '' && (await parts.conversations.findBySource(key)) !== undefined) return;

  const { draft, complete, notice } = await draftOfCommand(turn, command, parts);
  const wish = { draft, ...(notice !== undefined && { notice }) };
  if (command.kind === 'reply' && !complete) return openReply(turn, wish, parts);
  if (!complete) return openForm(turn, wish, parts);
  const content = contentOf(draft);
  const problems = checkContent(content);
  // Without an id a second delivery could not be told from the first, so the form, which has one, is pressed instead.
  if (problems.length > 0 || turn.activityId === '') return openForm(turn, { draft, problems }, parts);
  const { similar, request } = await parts.conversations.start({
    sourceKey: key,
    author: turn.author,
    content,
    place: turn.place,
  });
  if (similar)
    await parts.messages.send(turn.place, cardMessage(similarCard({ request, texts: parts.texts })));
}
