import { createHash } from 'node:crypto';
import type { Content } from './check-content.ts';

/** SHA-256 (hex) of what would be posted, where and for when it is planned: equal for a repeat, different for another text. */
export function contentHash(content: Content): string {
  const { kind, typedGroup, typedConversation, threadId, topic, body, html, files = [] } = content;
  const { people, typedPeople = [], postAt } = content;
  const parts = [kind, typedGroup.trim().toLowerCase(), typedConversation ?? threadId ?? '', topic, body];
  const addresses = [...people.map(({ address }) => address), ...typedPeople]
    .map((each) => each.toLowerCase())
    .toSorted();
  const named = files.map(({ name, size, digest, origin }) => [name, size ?? 0, digest ?? origin.key]);
  const more = html === undefined && named.length === 0 ? [] : [html ?? '', named];
  return createHash('sha256')
    .update(JSON.stringify([parts, addresses, ...more, ...(postAt === undefined ? [] : [postAt.getTime()])]))
    .digest('hex');
}
