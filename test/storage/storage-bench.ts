import type { Configuration, EncryptionKey } from '../../src/config/configuration.ts';
import type { RateLimit } from '../../src/conversations/pace/rate-limit.ts';
import type { Log } from '../../src/conversations/ports/log.ts';
import type { Storage } from '../../src/storage/storage.ts';

export interface BenchOptions {
  keys?: readonly EncryptionKey[];
  holdMs?: number;
  receiptGraceMs?: number;
  noticeRate?: number;
  chatLimits?: readonly RateLimit[];
  /** How long things take; nothing takes any time unless told, so that a busy machine changes no answer. */
  elapsed?: () => number;
  log?: Log;
}

/** Makes a bench: with the tables of all migrations, empty; `fresh`: without any. */
export type CreateBench = (options?: { fresh?: boolean }) => Promise<StorageBench>;

/** One empty database of some engine, and a way to look behind the storage's back. */
export interface StorageBench {
  /** Where it is. */
  readonly database: Configuration['database'];
  /** Opens the database: as one instance of several on PostgreSQL; on SQLite the earlier one must have been closed. */
  open(options?: BenchOptions): Promise<Storage>;
  /** Runs SQL on a connection of its own. */
  query(text: string): Promise<Record<string, unknown>[]>;
  /** Closes what is open and removes the database. */
  dispose(): Promise<void>;
}
