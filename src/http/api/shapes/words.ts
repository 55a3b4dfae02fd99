import { z } from 'zod';

/** Text with something in it, at most `limit` characters (UTF-16 units). */
export const words = (limit: number) =>
  z.string().max(limit, `This is longer than ${limit} characters.`).regex(/\S/, 'This is empty.');
