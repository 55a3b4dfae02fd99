import type { SaidMessage } from '../../bodies/said-message.ts';
import { unknownLine } from '../../cards/unknown-line.ts';
import type { Command } from '../../commands/command.ts';
import { emptyDraft, openForm } from '../../forms/open-form.ts';
import { wishOfMessage } from '../../forms/wish-of-message.ts';
import { notUnderstood } from '../not-understood.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** A text that is no command: in private a form with it, so that nothing typed is lost; elsewhere a line. */
export async function onUnknown(
  turn: Turn,
  command: Extract<Command, { kind: 'unknown' }>,
  parts: TeamsParts,
  message: SaidMessage,
): Promise<void> {
  const { texts, messages } = parts;
  const personal = turn.place.chatType === 'personal';
  if (personal) {
    const wish = { draft: emptyDraft, notice: notUnderstood(command, texts) };
    return openForm(turn, await wishOfMessage(turn, wish, message.read(command.text), parts), parts);
  }
  await messages.send(turn.place, { text: unknownLine({ ...command, personal, texts }) });
}
