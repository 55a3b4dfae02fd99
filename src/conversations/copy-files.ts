import { fileLimits } from './file-limits.ts';
import type { Person } from './person.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Ids } from './ports/ids.ts';
import type { PostFile } from './post-file.ts';

/** The same files for another request: bytes of their own, because those of a settled request are removed. */
export async function copyFiles(
  files: readonly PostFile[],
  author: Person,
  { fileStore, ids, clock }: { fileStore: FileStore; ids: Ids; clock: Clock },
): Promise<PostFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.state !== 'stored') return file;
      const bytes = await fileStore.read(file.id, author);
      if (bytes === undefined) return file;
      const id = ids.hex();
      const expiresAt = new Date(clock.now().getTime() + fileLimits.keptMs);
      await fileStore.put({ id, person: author, bytes, expiresAt });
      return { ...file, id };
    }),
  );
}
