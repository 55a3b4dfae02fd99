import type { SaidMessage } from '../../bodies/said-message.ts';
import { emptyDraft, openForm } from '../../forms/open-form.ts';
import { wishOfMessage } from '../../forms/wish-of-message.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';
import { onHelp } from './on-help.ts';

/** Nothing was typed: in private a form, with the files that came; elsewhere the help. */
export async function onEmpty(turn: Turn, parts: TeamsParts, message: SaidMessage): Promise<void> {
  if (turn.place.chatType !== 'personal') return onHelp(turn, {}, parts);
  return openForm(turn, await wishOfMessage(turn, { draft: emptyDraft }, message.read(''), parts), parts);
}
