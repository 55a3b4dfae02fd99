/** What differs between database engines. Everything else in this room is the same for all of them. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql, SqliteAdapter, SqliteDialect, type Dialect, type RawBuilder } from 'kysely';
import type { Configuration } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { lockFolder } from './lock-folder.ts';
import { sqliteDatabase } from './sqlite-database.ts';

export interface Engine {
  readonly dialect: Dialect;
  /** The database's own clock in whole milliseconds since 1970; the same throughout one statement. */
  readonly now: RawBuilder<number>;
  /** Ends a select whose rows are about to be taken, so that two workers never wait for the same row. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Gives back what keeps other processes out; the connection itself is Kysely's to close. */
  release(): void;
}

/**
 * Opens the configured database without asking it anything yet.
 *
 * @throws CodedError STORAGE_IN_USE when another process uses the folder; INTERNAL for an engine that is not there yet.
 */
export function openEngine(database: Configuration['database']): Engine {
  if (database.kind === 'sqlite') return openSqlite(database.folder);
  throw new CodedError(
    'INTERNAL',
    {},
    { log: 'DATABASE_URL (PostgreSQL) is not supported by this version. Set DATA_DIR instead.' },
  );
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
      dialect: new TransactionalSqliteDialect({ database: sqliteDatabase(connection) }),
      now: sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`,
      // One process and one connection: nobody else can be at the rows.
      skipLocked: sql``,
      release,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** SQLite rolls back changes to tables like any other; Kysely assumes that it does not. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
