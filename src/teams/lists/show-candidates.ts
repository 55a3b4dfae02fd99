import type { CodedError } from '../../conversations/errors/coded-error.ts';
import { findCandidates } from '../../conversations/find-group.ts';
import { cardMessage } from '../cards/card-message.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { lookUp } from '../turns/look-up.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { keepList } from './keep-list.ts';
import { showList } from './show-list.ts';

const choosable: ReadonlySet<string> = new Set(['GROUP_NEAR', 'GROUP_AMBIGUOUS']);

/** Says why a group was not found, with the groups that may have been meant, numbered; `hint` is a further sentence. */
export async function showCandidates(
  turn: Turn,
  { typed = '', error, hint }: { typed: string | undefined; error: CodedError; hint?: string },
  parts: TeamsParts,
): Promise<void> {
  const { says, next } = parts.texts.error(error);
  const notes = [says, next, ...(hint === undefined ? [] : [hint])];
  const found = choosable.has(error.code)
    ? await lookUp(turn.author, parts, (token) => findCandidates(parts.directory, token, typed))
    : undefined;
  if (found?.kind !== 'found' || found.value.length === 0) {
    await parts.messages.send(turn.place, { text: escapeCardText(notes.join(' '), { limit: 800 }) });
    return;
  }
  const items = found.value.map(({ id, name, mail }) => ({
    group: { id, name, ...(mail !== undefined && { mail }) },
  }));
  const list = await keepList(turn, items, parts);
  const card = showList(turn, list, parts, { notes, candidatesOf: typed });
  await parts.messages.send(turn.place, cardMessage(card));
}
