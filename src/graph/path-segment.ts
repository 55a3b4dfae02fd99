import { CodedError } from '../conversations/errors/coded-error.ts';

/**
 * An id as one segment of a path. Exchange's ids hold `=`, `+` and `/`.
 *
 * @throws CodedError TARGET_GONE for what would name another path: nothing, `.` and `..`, which URLs resolve even when encoded.
 */
export function pathSegment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new CodedError('TARGET_GONE', {}, { log: 'TARGET_GONE: not an id' });
  return encodeURIComponent(id.toWellFormed());
}
