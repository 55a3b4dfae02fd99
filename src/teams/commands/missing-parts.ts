import type { ReadPosting } from './read-posting.ts';

export type MissingPart = 'topic' | 'group' | 'conversation';

/** What a command that posts does not say besides its text, in the order in which it is written. */
export function missingParts(read: ReadPosting): MissingPart[] {
  const { kind, topic, group, groupNumber, conversation, number } = read;
  const missing: MissingPart[] = [];
  // A number names conversation and group at once.
  if (number !== undefined) return missing;
  if (topic === undefined) missing.push(kind === 'reply' ? 'conversation' : 'topic');
  if (group === undefined) missing.push('group');
  if (kind === 'thread' && conversation === undefined && groupNumber === undefined)
    missing.push('conversation');
  return missing;
}
