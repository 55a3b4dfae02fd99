import { sql, type Kysely } from 'kysely';
import type { AnnouncementStore } from '../announcements/ports/announcement-store.ts';
import type { Log } from '../conversations/ports/log.ts';
import { createCardRows } from './announcement-cards.ts';
import type { AnnouncementContext } from './announcement-context.ts';
import { createGatheringRows } from './announcement-gathering.ts';
import { createTellingRows } from './announcement-telling.ts';
import { createAnnouncementTable } from './announcements.ts';
import { countDueReceivers } from './count-due-receivers.ts';
import { createDueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';
import { after } from './watch-context.ts';

/** Notices to many at rest, and as due work. */
export function createAnnouncementStore(parts: {
  db: Kysely<Schema>;
  engine: Engine;
  sealing: Sealing;
  holdMs: number;
  log: Log;
}): AnnouncementStore {
  const { engine } = parts;
  const gathering = createDueRows({
    ...{ ...parts, table: 'announcements', key: 'id' },
    only: sql<boolean>`state = 'gathering'`,
  });
  const cards = createDueRows({ ...parts, table: 'announcement_cards', key: 'announcement_id' });
  const receiverHold = after(engine, parts.holdMs);
  const context: AnnouncementContext = { ...parts, gathering, cards, receiverHold };
  return {
    ...createAnnouncementTable(context),
    ...createGatheringRows(context),
    ...createTellingRows(context),
    ...createCardRows(context),

    async dueCounts() {
      return [
        { kind: 'announcements', ...(await gathering.count()) },
        { kind: 'announcement-receivers', ...(await countDueReceivers(parts)) },
        { kind: 'announcement-cards', ...(await cards.count()) },
      ];
    },
  };
}
