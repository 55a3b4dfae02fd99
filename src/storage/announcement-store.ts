import { sql, type Kysely } from 'kysely';
import type { AnnouncementStore } from '../announcements/ports/announcement-store.ts';
import type { Log } from '../conversations/ports/log.ts';
import { createCardRows } from './announcement-cards.ts';
import type { AnnouncementContext } from './announcement-context.ts';
import { createGatheringRows } from './announcement-gathering.ts';
import { createTellingRows } from './announcement-telling.ts';
import { createAnnouncementTable } from './announcements.ts';
import { createDueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

const told = sql<boolean>`exists (select 1 from announcements
  where announcements.id = announcement_receivers.announcement_id and announcements.state = 'sending')`;

/** Notices to many at rest, and as due work. */
export function createAnnouncementStore(parts: {
  db: Kysely<Schema>;
  engine: Engine;
  sealing: Sealing;
  holdMs: number;
  log: Log;
}): AnnouncementStore {
  const gathering = createDueRows({
    ...{ ...parts, table: 'announcements', key: 'id' },
    only: sql<boolean>`state = 'gathering'`,
  });
  const cards = createDueRows({ ...parts, table: 'announcement_cards', key: 'announcement_id' });
  const receivers = createDueRows({
    ...{ ...parts, table: 'announcement_receivers', key: 'receiver_id' },
    only: told,
  });
  const context: AnnouncementContext = { ...parts, gathering, cards, receivers };
  return {
    ...createAnnouncementTable(context),
    ...createGatheringRows(context),
    ...createTellingRows(context),
    ...createCardRows(context),

    async dueCounts() {
      return [
        { kind: 'announcements', ...(await gathering.count()) },
        { kind: 'announcement-receivers', ...(await receivers.count()) },
        { kind: 'announcement-cards', ...(await cards.count()) },
      ];
    },
  };
}
