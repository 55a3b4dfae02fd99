import type { ErrorDetails } from '../../conversations/errors/coded-error.ts';
import { fillIn } from '../../conversations/errors/fill-in.ts';
import { isObjectId } from '../../conversations/is-object-id.ts';

/**
 * An error's sentence, filled in. A group that has no name here, or goes by its id, is called the one that was chosen: an id
 * says nothing to a person.
 *
 * @param chosenGroup how such a group is called after the word in front of it (lower case, empty at the beginning)
 */
export function fillError(
  sentence: string,
  details: ErrorDetails,
  chosenGroup: (before: string) => string,
): string {
  const { group, ...others } = details;
  if (group !== undefined && !isObjectId(group)) return fillIn(sentence, details);
  const said = sentence.replace(/(?:(\p{L}+) )?[“„]?\{group\}[”“]?/gu, (_, before: string | undefined) =>
    before === undefined ? upperFirst(chosenGroup('')) : `${before} ${chosenGroup(before.toLowerCase())}`,
  );
  return fillIn(said, others);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
