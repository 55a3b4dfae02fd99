import { sourceKey } from '../../../conversations/source-key.ts';
import type { SaidMessage } from '../../bodies/said-message.ts';
import { cardMessage } from '../../cards/card-message.ts';
import { buildSimilar } from '../../receipts/build-similar.ts';
import type { PostingCommand } from '../../commands/command.ts';
import { openForm } from '../../forms/open-form.ts';
import { plannedContent } from '../../forms/planned-content.ts';
import { wishOfMessage } from '../../forms/wish-of-message.ts';
import { draftOfCommand } from '../draft-of-command.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';
import { openReply } from '../open-reply.ts';

/** `start`, `thread` and `reply`: posts what is complete, and opens the form with everything else. */
export async function onPosting(
  turn: Turn,
  command: PostingCommand,
  parts: TeamsParts,
  message: SaidMessage,
): Promise<void> {
  const { tenantId, chatId } = turn.place;
  const key = sourceKey.command({ tenantId, chatId, activityId: turn.activityId });
  // Delivered again after the list that its numbers are from, or the chat's group, has changed.
  if (turn.activityId !== '' && (await parts.conversations.findBySource(key)) !== undefined) return;

  const { complete, ...typed } = await draftOfCommand(turn, command, parts);
  const read = message.read(command.body);
  if (!complete) {
    const wish = await wishOfMessage(turn, typed, read, parts);
    return command.kind === 'reply' ? openReply(turn, wish, parts) : openForm(turn, wish, parts);
  }
  const draft = { ...typed.draft, body: read.typed, ...(read.files.length > 0 && { files: read.files }) };
  const now = parts.clock.now();
  const { content, problems, place } = plannedContent(draft, { place: turn.place, now, posted: read.body });
  // Without an id a second delivery could not be told from the first, so the form, which has one, is pressed instead.
  if (problems.length > 0 || turn.activityId === '')
    return openForm(turn, { ...(await wishOfMessage(turn, typed, read, parts)), problems }, parts);
  const { similar, request } = await parts.conversations.start({
    sourceKey: key,
    author: turn.author,
    content,
    place,
  });
  if (!similar) return;
  await parts.messages.send(turn.place, cardMessage(buildSimilar(request, turn.place, parts.texts)));
}
