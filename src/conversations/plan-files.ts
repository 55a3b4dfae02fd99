import { fileLimits } from './file-limits.ts';
import { leaveOut } from './leave-out.ts';
import type { PostFile } from './post-file.ts';

/**
 * Which of the fetched files go with the post: as many as one request holds next to the text, pictures in the text first,
 * then in the order in which they were given. The others become links, or stay behind with a reason. Pure.
 *
 * @param textBytes size of the text in the request
 */
export function planFiles(files: readonly PostFile[], textBytes: number): PostFile[] {
  const room = Math.floor(((fileLimits.request - textBytes) * 3) / 4);
  let left = Math.min(fileLimits.bytes, room);
  const fits = new Set<string>();
  const inTurn = files.toSorted((one, other) => Number(isPicture(other)) - Number(isPicture(one)));
  for (const { id, state, size = 0 } of inTurn) {
    if (state !== 'stored' || size > left) continue;
    fits.add(id);
    left -= size;
  }
  return files.map((file) => (file.state !== 'stored' || fits.has(file.id) ? file : tooLarge(file)));
}

/** A file that does not fit: a link where there is one that lasts. */
export function tooLarge(file: PostFile): PostFile {
  if (file.link !== undefined) return { ...file, state: 'linked' };
  return leaveOut(file, 'FILE_TOO_LARGE');
}

function isPicture({ contentId }: PostFile): boolean {
  return contentId !== undefined;
}
