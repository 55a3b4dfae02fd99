import { z } from 'zod';

/** Body of every answer that is not the one asked for (RFC 9457). */
export const problemShape = z.object({
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string().optional().describe('Stays the same whatever the sentences say.'),
  errors: z
    .array(z.object({ path: z.string(), detail: z.string(), code: z.string().optional() }))
    .optional()
    .describe('What is wrong, at most 50: JSON pointers into the body, or names of parameters.'),
  request: z.url().optional().describe('The request that the answer is about.'),
});
