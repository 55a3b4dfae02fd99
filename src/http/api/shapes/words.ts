import { storable } from './storable.ts';

/** Text with something in it, at most `limit` characters (UTF-16 units). */
export const words = (limit: number) =>
  storable().max(limit, `This is longer than ${limit} characters.`).regex(/\S/, 'This is empty.');
