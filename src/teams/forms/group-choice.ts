import type { GroupSummary } from '../../conversations/ports/directory.ts';
import type { Choice } from '../cards/adaptive-card.ts';

/** A group as a choice: its name, its address to tell groups of one name apart, and its id as the value. */
export function groupChoice({ id, name, mail }: GroupSummary): Choice {
  return { title: mail === undefined ? name : `${name} (${mail})`, value: id };
}
