import { unknownLine } from '../../cards/unknown-line.ts';
import type { Command } from '../../commands/command.ts';
import { emptyDraft, openForm } from '../../forms/open-form.ts';
import { notUnderstood } from '../not-understood.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** A text that is no command: in private a form with it, so that nothing typed is lost; elsewhere a line. */
export async function onUnknown(
  turn: Turn,
  command: Extract<Command, { kind: 'unknown' }>,
  parts: TeamsParts,
): Promise<void> {
  const { texts, messages } = parts;
  const personal = turn.place.chatType === 'personal';
  if (personal) {
    const draft = { ...emptyDraft, body: command.text };
    return openForm(turn, { draft, notice: notUnderstood(command, texts) }, parts);
  }
  await messages.send(turn.place, { text: unknownLine({ ...command, personal, texts }) });
}
