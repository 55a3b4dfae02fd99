import * as z from 'zod';
import type { CardView } from '../cards/card-view.ts';

const text = z.string().max(1000);

const views = z.discriminatedUnion('view', [
  z.object({ view: z.enum(['receipt', 'similar']), requestId: text }),
  z.object({
    view: z.literal('ticket'),
    ticket: text,
    kind: z.enum(['delete-conversation', 'forward-post']),
  }),
  z.object({ view: z.literal('announcement'), announcementId: text }),
  z.object({
    ...{ view: z.literal('watch'), personId: text, groupId: text, groupName: text },
    ...{ conversationId: text.exactOptional(), topic: text.exactOptional() },
  }),
]);

/** Of which card a view is asked for, from the data of the asking action; undefined for what no card of ours says. */
export function readView(data: unknown): CardView | undefined {
  return views.safeParse(data).data;
}
