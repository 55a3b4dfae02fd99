import { z } from 'zod';

/** Query of `GET /requests/{id}`. */
export const waitQuery = z.strictObject({
  wait: z
    .string()
    .regex(/^(?:[1-9]|1[0-9]|20)s$/, 'This is no time from 1s to 20s.')
    .optional()
    .describe('How long the answer may wait for the request to be settled: `1s` to `20s`.'),
});
