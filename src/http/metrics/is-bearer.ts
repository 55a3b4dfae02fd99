import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header carries this bearer token, in constant time whatever was sent. */
export function isBearer(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
