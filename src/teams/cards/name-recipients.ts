import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Recipient } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** So many are named on a card. */
const named = 3;

/**
 * Who gets a post besides the group, in one line; empty when nobody does. Who was chosen in the people picker has no name
 * before the directory was asked, and is counted.
 */
export function nameRecipients(
  { people, typedPeople = [] }: { people: readonly Recipient[]; typedPeople?: readonly string[] },
  texts: Texts['receipt'],
): string {
  const names = [
    ...people.map(({ name, address }) => name ?? address),
    ...typedPeople.filter((typed) => !isObjectId(typed)),
  ];
  const shown = names.slice(0, named);
  const others = people.length + typedPeople.length - shown.length;
  if (others === 0) return shown.join(', ');
  if (shown.length === 0) return texts.chosenPeople(others);
  return `${shown.join(', ')} ${texts.morePeople(others)}`;
}
