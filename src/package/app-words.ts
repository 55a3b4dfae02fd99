import { z } from 'zod';

const text = z.string().regex(/\S/);

/** What of the manifest is read by people, in one language: a file of `manifest/languages`. Teams' schema has the lengths. */
const words = z.strictObject({
  name: z.strictObject({ short: text, full: text }),
  description: z.strictObject({ short: text, full: text }),
  search: z.strictObject({
    title: text,
    description: text,
    parameter: z.strictObject({ title: text, description: text }),
  }),
  startFromMessage: z.strictObject({ title: text, description: text }),
  start: z.strictObject({ title: text, description: text }),
});

export type AppWords = z.output<typeof words>;

/** @returns the words, or what is wrong with them as sentences */
export function readAppWords(json: unknown): AppWords | string[] {
  const read = words.safeParse(json);
  if (read.success) return read.data;
  return read.error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [`${path.join('.')} is missing or empty.`];
    return issue.keys.map((key) => `${[...path, key].join('.')} is not known here.`);
  });
}
