import { z } from 'zod';

const count = z.int().min(0);

/** Why somebody could not be told. */
export const whyShape = z
  .enum(['blocked', 'not-installed', 'gone', 'not-allowed', 'too-big', 'refused', 'not-in-time'])
  .describe(
    [
      '`blocked`: they or an administrator blocked Kickoff. `not-installed`: they do not have it. `gone`: their chat is.',
      '`not-allowed`: Teams forbids it. `too-big`: the message is. `refused`: Teams says no more than no.',
      '`not-in-time`: it was tried for a day, and nothing could be sent.',
    ].join(' '),
  );

/** How far a notice is: body of the answers that are no problems. */
export const noticeShape = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  url: z.url().describe('Where it can be asked for again.'),
  receivers: z.url().describe('Who was told and who was not, one by one.'),
  to: z.object({
    kind: z.enum(['people', 'channel', 'group']),
    group: z.object({ id: z.string(), name: z.string() }).optional(),
    channel: z.string().optional(),
  }),
  state: z
    .enum(['gathering', 'sending', 'waiting', 'paused', 'done', 'stopped', 'failed'])
    .describe(
      [
        '`gathering`: the group’s members are being read. `sending`: they are told, as fast as Teams allows.',
        '`waiting`: the person has to sign in first; call again with the same key and a fresh token.',
        '`paused`, `stopped`: by order. `done`: everybody was told, or is named with why not.',
        '`failed`: nobody could be found out, see `reason`.',
      ].join(' '),
    ),
  reason: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
  counts: z
    .object({
      total: count.describe('Grows while members are being read.'),
      waiting: count,
      delivered: count,
      unreachable: count,
      unconfirmed: count.describe('The answer of Teams was lost: perhaps told, never told again.'),
      stopped: count.describe('Not told, because it was stopped (or failed) before.'),
    })
    .describe('How many receivers are in each state.'),
  unreachable: z.partialRecord(whyShape, count).describe('Those who could not be told, by why.'),
  progress: z
    .int()
    .min(0)
    .max(100)
    .describe('How much of it is done, in whole per cent of the receivers so far known.'),
  receipt: z.enum(['none', 'chat']),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
});

export type NoticeBody = z.infer<typeof noticeShape>;
