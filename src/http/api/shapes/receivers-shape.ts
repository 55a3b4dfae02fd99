import { z } from 'zod';
import { whyShape } from './notice-shape.ts';

/** A page of those whom a notice is for. */
export const receiversShape = z.object({
  receivers: z.array(
    z.object({
      id: z.string().describe('Object id of the person, or id of the channel or chat.'),
      name: z.string().optional(),
      state: z
        .enum(['waiting', 'sending', 'delivered', 'unreachable', 'unconfirmed', 'stopped'])
        .describe('`unconfirmed`: the answer of Teams was lost; they are never told again.'),
      why: whyShape.optional(),
      doneAt: z.iso.datetime().optional(),
    }),
  ),
  next: z.url().optional().describe('The next page; none after the last one.'),
});

export type ReceiversBody = z.infer<typeof receiversShape>;
