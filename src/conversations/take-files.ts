import { createHash } from 'node:crypto';
import { fileLimits } from './file-limits.ts';
import { leaveOut } from './leave-out.ts';
import type { Person } from './person.ts';
import { planFiles, tooLarge } from './plan-files.ts';
import type { Clock } from './ports/clock.ts';
import type { FileSource } from './ports/file-source.ts';
import type { FileStore } from './ports/file-store.ts';
import type { PostFile } from './post-file.ts';

export interface TakeFilesParts {
  fileSource: FileSource;
  fileStore: FileStore;
  clock: Clock;
}

/**
 * Fetches the files that are known by their address only, and keeps their bytes. What is not there in time stays as it is,
 * to be fetched later; the last time, it is left out with its reason. Never throws for a file.
 *
 * @param options.textBytes size of the text that they go with
 */
export async function takeFiles(
  files: readonly PostFile[],
  options: { author: Person; textBytes: number; deadlineMs: number; last: boolean },
  parts: TakeFilesParts,
): Promise<PostFile[]> {
  const taken = await Promise.all(
    files.map(async (file, index) => {
      if (file.state !== 'fetching') return file;
      if (index >= fileLimits.files)
        return leaveOut(file, 'FILES_TOO_MANY', { limit: String(fileLimits.files) });
      return takeFile(file, options, parts);
    }),
  );
  return taken.some(({ state }) => state === 'fetching') ? taken : planFiles(taken, options.textBytes);
}

async function takeFile(
  file: PostFile,
  { author, deadlineMs, last }: { author: Person; deadlineMs: number; last: boolean },
  { fileSource, fileStore, clock }: TakeFilesParts,
): Promise<PostFile> {
  const fetched = await fileSource.fetch(file.origin, { most: fileLimits.bytes, deadlineMs });
  switch (fetched.kind) {
    case 'too-large':
      return tooLarge(file);
    case 'refused':
      return leaveOut(file, fetched.error.code, fetched.error.details);
    case 'failed':
      return last ? leaveOut(file, fetched.error.code, fetched.error.details) : file;
    case 'fetched': {
      const { bytes, contentType = file.contentType } = fetched;
      const expiresAt = new Date(clock.now().getTime() + fileLimits.keptMs);
      await fileStore.put({ id: file.id, person: author, bytes, expiresAt });
      const digest = createHash('sha256').update(bytes).digest('hex');
      return { ...file, state: 'stored', contentType, size: bytes.length, digest };
    }
  }
}
