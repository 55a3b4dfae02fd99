import { Kysely, sql } from 'kysely';
import type { Configuration } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { messageLimits } from '../conversations/pace/message-limits.ts';
import type { RateLimit } from '../conversations/pace/rate-limit.ts';
import type { Log } from '../conversations/ports/log.ts';
import { createAnnouncementStore } from './announcement-store.ts';
import { createChatNotes } from './chat-notes.ts';
import { createCallCounter } from './call-counter.ts';
import { createChats } from './chats.ts';
import { createDefaultGroups } from './default-groups.ts';
import { openEngine, type Engine } from './engine.ts';
import { findMissingKeys } from './find-missing-keys.ts';
import { createFileStore } from './file-store.ts';
import { createFollowUpWork } from './follow-up-work.ts';
import { createForgettingWork } from './forgetting-work.ts';
import { createForms } from './forms.ts';
import { freeHolds } from './free-holds.ts';
import { createGroupSlots } from './group-slots.ts';
import { createInstallations } from './installations.ts';
import { createLeases } from './leases.ts';
import { createLedger } from './ledger.ts';
import { createLists } from './lists.ts';
import { migrate } from './migrate.ts';
import { createMessagePace } from './message-pace.ts';
import { createPersonInstalls } from './person-installs.ts';
import { createReach } from './reach.ts';
import { retryDeadlocks } from './retry-deadlocks.ts';
import { createRequestRows } from './request-rows.ts';
import type { Schema } from './schema.ts';
import { createSealedPerPerson } from './sealed-per-person.ts';
import { createSealing } from './sealing.ts';
import type { Storage } from './storage.ts';
import { createSweep } from './create-sweep.ts';
import { createTenantFacts } from './tenant-facts.ts';
import { createTickets } from './tickets.ts';
import { createWaitingCommands } from './waiting-commands.ts';
import { createWatchStore } from './watch-store.ts';
import { whyUnusable } from './why-unusable.ts';

export interface StorageOptions {
  database: Configuration['database'];
  /** First one writes, all read; at least one. */
  encryptionKeys: Configuration['encryptionKeys'];
  /** How long a worker holds a row or a place at a group, in milliseconds; longer than the deadline of one POST. */
  holdMs: number;
  /** How long after a write its receipt becomes due, in milliseconds; by default 5 s: a turn ends within 4 s. */
  receiptGraceMs?: number;
  /** How many notices may go out in one tenant in a second, over all instances; 30 unless told. */
  noticeRate?: number;
  /** What may be sent into one chat; what Teams allows unless told. No window is longer than an hour. */
  chatLimits?: readonly RateLimit[];
  /** Milliseconds since whenever, never going back; the process's own unless given. */
  elapsed?: () => number;
  log: Log;
}

/**
 * Opens the database, brings it to the newest form and hands out what is stored in it.
 *
 * @throws CodedError STORAGE_IN_USE when another process uses the data folder, STORAGE_UNUSABLE, STORAGE_NEWER or
 *   STORAGE_NOT_UPGRADED. Nothing stays open or locked then.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { database, encryptionKeys, holdMs, receiptGraceMs = 5_000, noticeRate, chatLimits, log } = options;
  const sealing = createSealing(encryptionKeys);
  const rows = createRequestRows(sealing);
  const engine = openEngine(database, log);
  const db = new Kysely<Schema>({ dialect: engine.dialect });

  const messagePace = createMessagePace(
    { db, engine, log, elapsed: options.elapsed },
    messageLimits({
      ...(noticeRate !== undefined && { noticeRate }),
      ...(chatLimits !== undefined && { chat: chatLimits }),
    }),
  );

  async function close(): Promise<void> {
    try {
      await messagePace.close();
      await db.destroy();
    } finally {
      engine.release();
    }
  }

  try {
    await reach(db, engine);
    const count = await migrate(db, engine);
    if (count > 0) log.info({ kind: database.kind, count }, 'Storage brought to the newest form');
    // Whoever held something here is gone, and with several instances nobody can know that before the hold ends.
    if (engine.alone) await freeHolds(db);
    await nameMissingKeys(db, encryptionKeys, log);
  } catch (error) {
    await close();
    throw error;
  }

  const stores = {
    watches: createWatchStore({ db, engine, sealing, holdMs, log }),
    announcements: createAnnouncementStore({ db, engine, sealing, holdMs, log }),
    ledger: createLedger({ db, engine, rows, holdMs, receiptGraceMs, log }),
    followUps: createFollowUpWork({ db, engine, rows, holdMs, log }),
    callCounter: createCallCounter(db, engine),
    groupSlots: createGroupSlots({ db, engine, holdMs }),
    tenantFacts: createTenantFacts(db),
    installations: createInstallations(db),
    forgetting: createForgettingWork({ db, engine, holdMs }),
    forms: createForms(db, sealing),
    fileStore: createFileStore(db, sealing),
    tickets: createTickets(db, sealing),
    partitions: createSealedPerPerson(db, sealing, 'token_partitions'),
    challenges: createSealedPerPerson(db, sealing, 'challenges'),
    leases: createLeases({ db, engine }),
    chats: createChats(db, sealing, createSealedPerPerson(db, sealing, 'chats')),
    reach: createReach(db),
    personInstalls: createPersonInstalls(db, engine),
    lists: createLists(createChatNotes(db, sealing, 'list')),
    waitingCommands: createWaitingCommands(createChatNotes(db, sealing, 'command')),
    defaultGroups: createDefaultGroups(db, sealing),
  };
  return {
    ...retryDeadlocks(stores),
    messagePace,
    healthy: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
    sweep: createSweep({ db, engine }),
    close,
  };
}

/** Says which keys stored texts need and are not there. Whoever that concerns gets an error; everybody else goes on. */
async function nameMissingKeys(
  db: Kysely<Schema>,
  keys: StorageOptions['encryptionKeys'],
  log: Log,
): Promise<void> {
  try {
    const missing = [...(await findMissingKeys(db, keys))];
    if (missing.length === 0) return;
    const named = missing.map(([id, tables]) => `"${id}" (${tables.join(', ')})`).join(', ');
    log.warn(
      { code: 'STORAGE_UNREADABLE', count: missing.length },
      `ENCRYPTION_KEYS lacks keys that stored texts need: ${named}. Put them back behind the first one.`,
    );
  } catch (error) {
    log.warn({ error }, 'It could not be seen whether all keys of stored texts are there');
  }
}

async function reach(db: Kysely<Schema>, { setting }: Engine): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    throw new CodedError('STORAGE_UNUSABLE', { setting, why: whyUnusable(cause) }, { cause });
  }
}
