import { createHash } from 'node:crypto';
import type { NoticeBody } from '../shapes/notice-shape.ts';

/** Changes whenever what is shown of a notice does: for `ETag`. */
export function noticeVersion(body: NoticeBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
}
