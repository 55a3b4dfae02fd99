import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Engine } from './engine.ts';
import { chatNotes } from './migrations/chat-notes.ts';
import { announcements } from './migrations/announcements.ts';
import { apiCalls } from './migrations/api-calls.ts';
import { followUps } from './migrations/follow-ups.ts';
import { forgetting } from './migrations/forgetting.ts';
import { foundByIndex } from './migrations/found-by-index.ts';
import { firstTables } from './migrations/first-tables.ts';
import { lackingPermissions } from './migrations/lacking-permissions.ts';
import { leasesAndChallenges } from './migrations/leases-and-challenges.ts';
import { attachments } from './migrations/attachments.ts';
import { messagePaces } from './migrations/message-paces.ts';
import { personInstalls } from './migrations/person-installs.ts';
import { reach } from './migrations/reach.ts';
import { repeats } from './migrations/repeats.ts';
import { ticketsOfPerson } from './migrations/tickets-of-person.ts';
import { watches } from './migrations/watches.ts';
import { whyNotRead } from './migrations/why-not-read.ts';
import type { Schema } from './schema.ts';
import { whyUnusable } from './why-unusable.ts';

/** Every migration in order. Names are recorded in the database: never rename, reorder or change one that shipped. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-repeats': repeats,
  '0003-leases-and-challenges': leasesAndChallenges,
  '0004-forgetting': forgetting,
  '0005-chat-notes': chatNotes,
  '0006-attachments': attachments,
  '0007-watches': watches,
  '0008-api-calls': apiCalls,
  '0009-reach': reach,
  '0010-message-paces': messagePaces,
  '0011-announcements': announcements,
  '0013-follow-ups': followUps,
  '0014-lacking-permissions': lackingPermissions,
  '0015-person-installs': personInstalls,
  '0016-tickets-of-person': ticketsOfPerson,
  '0017-found-by-index': foundByIndex,
  '0018-why-not-read': whyNotRead,
};

/**
 * Brings the database to the newest migration, all of them or none. Of several instances that start at once, one does and
 * the others wait for it.
 *
 * @param to stops at this migration; for databases as earlier versions left them
 * @returns how many migrations ran.
 * @throws CodedError STORAGE_NOT_UPGRADED when one fails, STORAGE_NEWER when the database knows one that this version does not.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine, to?: string): Promise<number> {
  const { error, results } = await engine.unhurried(db, (connection) => {
    const migrator = new Migrator({ db: connection, provider: { getMigrations: async () => migrations } });
    return to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to);
  });
  if (error !== undefined) throw isNewer(error) ? newer(error) : notUpgraded(error);
  return results?.length ?? 0;
}

/** Kysely has no code for it. */
function isNewer(error: unknown): boolean {
  return /previously executed migration .* is missing/.test((error as Error).message);
}

function newer(cause: unknown): CodedError {
  return new CodedError('STORAGE_NEWER', {}, { cause });
}

function notUpgraded(cause: unknown): CodedError {
  return new CodedError('STORAGE_NOT_UPGRADED', { why: whyUnusable(cause) }, { cause });
}
