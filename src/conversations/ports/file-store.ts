import type { Person } from '../person.ts';

/** Bytes of files that are to be posted, kept encrypted until then. */
export interface FileStore {
  /** Durable when the promise resolves; the same id again changes nothing. */
  put(file: { id: string; person: Person; bytes: Uint8Array; expiresAt: Date }): Promise<void>;
  /** Keeps them at least until then. */
  keep(ids: readonly string[], person: Person, until: Date): Promise<void>;
  /** Undefined when they are gone. */
  read(id: string, person: Person): Promise<Buffer | undefined>;
}
