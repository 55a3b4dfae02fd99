import { randomBytes } from 'node:crypto';
import type { Announcement } from '../../src/announcements/announcement.ts';
import { ada, place } from './sample-request.ts';

export const sampleContent = { kind: 'message', title: 'Moving', text: 'Nobody else reads this' } as const;

type Changes = Partial<Omit<Announcement, 'place'>> & { place?: Announcement['place'] | undefined };

/** An announcement of Ada's to people, with a fresh id and source key; `changes` replaces parts of it. */
export function sampleAnnouncement(changes: Changes = {}): Omit<Announcement, 'counts'> {
  const id = randomBytes(16).toString('hex');
  const { place: changed, ...others } = changes;
  const where = 'place' in changes ? changed : place;
  return {
    id,
    sourceKey: `form|${id}`,
    contentHash: 'hash',
    sender: { kind: 'person', person: { ...ada, name: 'Ada Lovelace' }, client: 'an app' },
    content: sampleContent,
    audience: { kind: 'people' },
    state: 'sending',
    createdAt: new Date(1_800_000_000_123),
    updatedAt: new Date(1_800_000_000_456),
    ...others,
    ...(where !== undefined && { place: where }),
  };
}
