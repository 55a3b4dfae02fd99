/** What differs between database engines. Everything else in this room is the same for all of them. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, sql, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Dialect, Driver, RawBuilder } from 'kysely';
import type { Configuration } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Log } from '../conversations/ports/log.ts';
import { lockFolder } from './lock-folder.ts';
import { postgresPool } from './postgres-pool.ts';
import type { Schema } from './schema.ts';
import { sqliteDatabase } from './sqlite-database.ts';
import { whyUnusable } from './why-unusable.ts';

export interface Engine {
  /** The setting that says where the database is. */
  readonly setting: 'DATA_DIR' | 'DATABASE_URL';
  readonly dialect: Dialect;
  /** Whether no other process can be at this database while this one has it open. */
  readonly alone: boolean;
  /** The database's own clock in whole milliseconds since 1970. */
  readonly now: RawBuilder<number>;
  /** Ends a select whose rows are about to be taken, so that two workers never wait for the same row. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Inside a transaction: whoever asks for the same key, in any instance, waits until this transaction ends. */
  lock(transaction: Kysely<Schema>, key: string): Promise<void>;
  /** Does the work on one connection of which no statement is cut off for taking long. */
  unhurried<Answer>(
    db: Kysely<Schema>,
    work: (connection: Kysely<Schema>) => Promise<Answer>,
  ): Promise<Answer>;
  /** Gives back what keeps other processes out; the connections themselves are Kysely's to close. */
  release(): void;
}

/**
 * Opens the configured database without asking it anything yet.
 *
 * @throws CodedError STORAGE_IN_USE when another process uses the folder, STORAGE_UNUSABLE when the file in it is no database.
 */
export function openEngine(database: Configuration['database'], log: Log): Engine {
  return database.kind === 'sqlite' ? openSqlite(database.folder) : openPostgres(database.url, log);
}

function openSqlite(folder: string): Engine {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  try {
    const file = join(folder, 'kickoff.sqlite');
    // SQLite gives its journal the mode of the database, so making the file first keeps all of them private.
    closeSync(openSync(file, 'a', 0o600));
    const connection = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
    // FULL syncs every commit: an acknowledged row survives a power cut too, for 0.2 ms per write.
    connection.exec('pragma journal_mode = wal; pragma synchronous = full;');
    return {
      setting: 'DATA_DIR',
      alone: true,
      dialect: new TransactionalSqliteDialect(connection),
      now: sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`,
      // One process and one connection, which a transaction has for itself: nobody else can be at the rows.
      skipLocked: sql``,
      lock: async () => {},
      unhurried: (db, work) => work(db),
      release,
    };
  } catch (cause) {
    release();
    // What the file system refuses says so itself.
    if (!(cause as { errcode?: number }).errcode) throw cause;
    throw new CodedError('STORAGE_UNUSABLE', { setting: 'DATA_DIR', why: whyUnusable(cause) }, { cause });
  }
}

/** SQLite rolls back changes to tables like any other; Kysely assumes that it does not. */
class TransactionalSqliteDialect extends SqliteDialect {
  readonly #connection: DatabaseSync;

  constructor(connection: DatabaseSync) {
    const database = sqliteDatabase(connection);
    super({ database });
    this.#connection = connection;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollBack = driver.rollbackTransaction.bind(driver);
    // A full disk ends the transaction by itself; that there is none then would hide why.
    driver.rollbackTransaction = async (connection) => {
      if (this.#connection.isTransaction) await rollBack(connection);
    };
    return driver;
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function openPostgres(url: string, log: Log): Engine {
  return {
    setting: 'DATABASE_URL',
    alone: false,
    dialect: new PostgresDialect({ pool: postgresPool(url, log) }),
    // The clock is volatile; as a subquery it is read once per statement, so that an index on a time can be used.
    now: sql<number>`(select (extract(epoch from clock_timestamp()) * 1000)::bigint)`,
    skipLocked: sql`for update skip locked`,
    async lock(transaction, key) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
    },
    async unhurried(_, work) {
      const dialect = new PostgresDialect({ pool: postgresPool(url, log, { unhurried: true }) });
      await using connection = new Kysely<Schema>({ dialect });
      return await work(connection);
    },
    release() {},
  };
}
