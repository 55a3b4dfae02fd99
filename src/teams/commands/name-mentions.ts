/** Somebody who is mentioned in a message, as far as they are known. */
export interface MentionedPerson {
  readonly name: string;
  /** Mail address, or the object id where the roster has no address. */
  readonly address?: string;
}

const mention = /<at\b[^<>]{0,200}>([^<>]{0,200})<\/at\s{0,3}>/gi;
const between = /(<\/at\s{0,3}>)\s*(?:,|;|&|\+|and\b|und\b)?\s*(?=<at\b)/gi;

/**
 * A list of people in which mentions (`<at>Ben Ray</at>`, with or without separators between them) are written as
 * `parseRecipients` reads them: with the address where it is known, else by name.
 *
 * @param people of the whole message by `foldMention` of their names
 */
export function nameMentions(list: string, people: ReadonlyMap<string, MentionedPerson>): string {
  if (!/<at\b/i.test(list)) return list;
  return list
    .replace(between, '$1,')
    .replace(mention, (_, shown: string) => `, ${written(people.get(foldMention(shown)), shown)}, `)
    .replace(/^[\s,]+|(?<![\s,])[\s,]+$/g, '')
    .replace(/,\s*(?:,\s*)+/g, ', ');
}

/** Teams writes the same name with different spaces and entities in text and entity. */
export function foldMention(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;|[\s\u200b\ufeff]+/g, ' ')
    .replace(/&amp;/g, '&')
    .trim()
    .toLowerCase();
}

function written(person: MentionedPerson | undefined, shown: string): string {
  const name = (person?.name ?? shown.replace(/&amp;/g, '&').replace(/&nbsp;/g, ' '))
    .replace(/["“”\\]/g, '')
    .trim();
  if (person?.address === undefined) return `"${name}"`;
  return person.address.includes('@') ? `"${name}" <${person.address}>` : person.address;
}
