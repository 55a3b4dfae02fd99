import { z } from 'zod';
import { limits } from '../../../conversations/limits.ts';
import { storable } from './storable.ts';
import { linesOf } from '../../../conversations/lines-of.ts';
import { words } from './words.ts';

/** How many people a call may name; of groups everybody is told. */
const noticePeopleLimit = 5_000;

const guid = /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/;

const to = z
  .strictObject({
    people: z
      .array(
        z.union(
          // Sign-in names of guests have a # in them, which the stricter pattern does not take.
          [z.string().regex(guid), z.email({ pattern: z.regexes.html5Email }).max(254)],
          'This is neither an object id nor a mail address.',
        ),
      )
      .min(1, 'Nobody is named.')
      .max(noticePeopleLimit, `More than ${noticePeopleLimit} people.`)
      .optional()
      .describe(
        `Object ids of people of the tenant, each told in their own chat with Kickoff. As a person also mail addresses or sign-in names, at most ${limits.people} of them.`,
      ),
    channel: storable()
      .max(256)
      .regex(/^19:[^\s;]+$/, 'This is no id of a channel or group chat.')
      .optional()
      .describe(
        'Id of a channel or group chat that Kickoff is in (`19:…@thread.tacv2`, `19:…@thread.v2`); as a person, one that they are in, too.',
      ),
    group: words(256)
      .optional()
      .describe(
        'A group, whose members are told: its id, its mail address, or its exact name. As a person only.',
      ),
  })
  .refine((given) => Object.keys(given).length === 1, 'Name one of people, channel and group.')
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe('Who is told: one of the three.');

const link = z
  .strictObject({
    title: words(64).describe('What the button says.'),
    url: z
      .url('This is no address.')
      .max(2_048)
      .regex(/^https:\/\/[^\s\0]+$/, 'This is no address that begins with https:// and has no spaces.')
      .describe('A page (https).'),
  })
  .describe('A button that opens a page.');

const form = z
  .strictObject({
    group: words(256).optional().describe('Name, mail address or id of the group.'),
    topic: words(limits.topic).optional(),
    body: words(10_000).optional().describe('Plain text or Markdown.'),
    people: z
      .array(z.email('This is no mail address.').max(254))
      .max(limits.people, `More than ${limits.people} people.`)
      .optional()
      .describe('Mail addresses of people who are to get it besides the group.'),
  })
  .describe('A form to start a conversation with: the receiver posts it, as themselves.');

/** Body of `POST /notices`. */
export const noticeInput = z.strictObject({
  to,
  text: words(limits.notice)
    .refine(
      (text) => linesOf(text).filter((line) => line.trim() !== '').length <= limits.noticeLines,
      `This has more than ${limits.noticeLines} lines.`,
    )
    .describe(`What is said, as plain text; line breaks stay. At most ${limits.noticeLines} lines.`),
  title: words(200).optional().describe('A heading.'),
  link: link.optional(),
  form: form.optional(),
  receipt: z
    .enum(['none', 'chat'])
    .default('none')
    .describe(
      '`chat` shows progress and report in the person’s personal chat with Kickoff, if they have one. As a person only.',
    ),
});

export type NoticeInput = z.output<typeof noticeInput>;
