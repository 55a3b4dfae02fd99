import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CodedError } from '../conversations/errors/coded-error.ts';

const sqliteBusy = 5;

/**
 * Keeps every other process out of a data folder for as long as this one lives: an exclusive transaction on a small
 * database next to the real one. The lock is the kernel's, so it ends with the process however that dies.
 *
 * @returns what gives the folder back; calling it again does nothing.
 * @throws CodedError STORAGE_IN_USE naming the folder when another process has it.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'kickoff.lock'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error;
    throw new CodedError('STORAGE_IN_USE', { folder }, { cause: error });
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}
