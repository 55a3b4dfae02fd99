import type { FileStore } from '../ports/file-store.ts';
import type { ConversationRequest } from '../request.ts';

/** How long files are kept after their planned time, in milliseconds: longer than a request is tried. */
const keptAfter = 7 * 24 * 3_600_000;

/** Keeps what was given with a planned text until some time after it is to go out. */
export async function keepFiles(
  { files = [], author, postAt }: Pick<ConversationRequest, 'files' | 'author' | 'postAt'>,
  fileStore: FileStore,
): Promise<void> {
  if (postAt === undefined) return;
  const stored = files.filter(({ state }) => state === 'stored').map(({ id }) => id);
  await fileStore.keep(stored, author, new Date(postAt.getTime() + keptAfter));
}
