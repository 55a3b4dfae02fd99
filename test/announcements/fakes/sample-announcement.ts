import type { Announcement } from '../../../src/announcements/announcement.ts';

const tenantId = '5c0ffee0-1111-4aaa-8bbb-000000000001';

/** A message of Ada's to three people, one of whom is still to be told. */
export function sampleAnnouncement(changes: Partial<Announcement> = {}): Announcement {
  return {
    id: '0123456789abcdef0123456789abcdef',
    sourceKey: 'source',
    contentHash: 'hash',
    sender: {
      kind: 'person',
      person: { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-00000000000a', name: 'Ada Vance' },
    },
    content: { kind: 'message', title: 'Cut-off', text: 'Book by Friday.' },
    audience: { kind: 'people', objectIds: ['b', 'c', 'd'] },
    state: 'sending',
    counts: { total: 3, waiting: 1, delivered: 1, unreachable: 1, unconfirmed: 0, stopped: 0 },
    createdAt: new Date('2026-11-20T12:00:00Z'),
    updatedAt: new Date('2026-11-20T12:00:00Z'),
    ...changes,
  };
}
