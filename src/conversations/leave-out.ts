import type { ErrorCode } from './errors/error-table.ts';
import type { PostFile } from './post-file.ts';

/** A file that does not go with the post, and why. */
export function leaveOut(
  file: PostFile,
  code: ErrorCode,
  details: Readonly<Record<string, string>> = {},
): PostFile {
  return { ...file, state: 'left-out', reason: { code, details: { ...details, file: file.name } } };
}
