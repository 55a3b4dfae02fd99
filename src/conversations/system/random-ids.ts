import { randomBytes, randomUUID } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

/** Identifiers from the machine's random source. */
export const randomIds: Ids = {
  hex: () => randomBytes(16).toString('hex'),
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
};
