import { createHash } from 'node:crypto';
import type { AnnouncementContent } from './announcement-content.ts';
import type { Audience } from './audience.ts';

/** SHA-256 (hex) of what is told to whom: equal for a repeat, whatever order people and fields come in. */
export function announcementHash(content: AnnouncementContent, audience: Audience): string {
  const told =
    audience.kind === 'people' ? { ...audience, objectIds: audience.objectIds.toSorted() } : audience;
  return createHash('sha256')
    .update(JSON.stringify([content, told], sortKeys))
    .digest('hex');
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
