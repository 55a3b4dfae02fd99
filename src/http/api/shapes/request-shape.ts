import { z } from 'zod';

const created = z.object({
  conversationId: z.string().optional(),
  threadId: z.string().optional(),
  postId: z.string().optional(),
});

/** What became of a request: body of the answers that are no problems. */
export const requestShape = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  url: z.url().describe('Where it can be asked for again.'),
  kind: z.enum(['conversation', 'thread', 'reply']),
  state: z
    .enum(['accepted', 'sending', 'submitted', 'waiting', 'created', 'refused', 'unknown', 'discarded'])
    .describe(
      [
        '`accepted`: stored, not sent yet. `sending`: on its way.',
        '`submitted`: Microsoft 365 took it and has not shown it yet (replies).',
        '`waiting`: see `waitingFor`. `created`: it is there. `refused`: it is not, see `reason`.',
        '`unknown`: the answer of Microsoft 365 was lost; Kickoff looks before anything is sent again.',
        '`discarded`: by the person, in Teams.',
      ].join(' '),
    ),
  waitingFor: z
    .enum(['sign-in', 'time', 'author'])
    .optional()
    .describe(
      '`sign-in`: call again with the same key and a fresh token. `author`: the person decides, in Teams.',
    ),
  nextAt: z.iso.datetime().optional().describe('When Kickoff goes on with it.'),
  reason: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
  topic: z.string(),
  group: z.object({ id: z.string(), name: z.string(), mail: z.string() }).optional(),
  created: created.optional().describe('Ids as Microsoft Graph gives them.'),
  alsoFound: z.array(created).optional().describe('It was found more than once: the others.'),
  openInOutlook: z.url().optional().describe('The group’s mail in Outlook on the web.'),
  receipt: z.enum(['none', 'chat']),
  watch: z
    .boolean()
    .describe(
      'Whether the person is told of answers in their chat with Kickoff. Not where the call or the person says no, and not without such a chat.',
    ),
  attempts: z.int().describe('How often it was sent, or may have been.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export type RequestBody = z.infer<typeof requestShape>;
