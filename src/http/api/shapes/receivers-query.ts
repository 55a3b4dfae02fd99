import { z } from 'zod';

/** Query of `GET /notices/{id}/receivers`. */
export const receiversQuery = z.strictObject({
  after: z
    .string()
    .min(1, 'This is empty.')
    .max(512)
    .optional()
    .describe('The id of the last receiver of the page before.'),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}|1000)$/, 'This is no number from 1 to 1000.')
    .default('100')
    .describe('How many at most: 1 to 1000.'),
});
