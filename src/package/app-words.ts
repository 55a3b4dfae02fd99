import { z } from 'zod';

/** What of the manifest is read by people, in one language: a file of `manifest/languages`. Teams' schema has the lengths. */
const words = z.strictObject({
  name: z.strictObject({ short: z.string(), full: z.string() }),
  description: z.strictObject({ short: z.string(), full: z.string() }),
  search: z.strictObject({
    title: z.string(),
    description: z.string(),
    parameter: z.strictObject({ title: z.string(), description: z.string() }),
  }),
  startFromMessage: z.strictObject({ title: z.string(), description: z.string() }),
  start: z.strictObject({ title: z.string(), description: z.string() }),
});

export type AppWords = z.output<typeof words>;

/** @returns the words, or what is wrong with them as `path problem` */
export function readAppWords(json: unknown): AppWords | string[] {
  const read = words.safeParse(json);
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
