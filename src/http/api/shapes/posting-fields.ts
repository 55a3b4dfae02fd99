import { z } from 'zod';
import { limits } from '../../../conversations/limits.ts';
import { words } from './words.ts';

/** Fields that the routes share: one schema checks them and describes them in OpenAPI. */
export const postingFields = {
  group: words(256).describe('The group: its id, its mail address, or its exact name.'),
  topic: words(limits.topic).describe('What it is about: the subject that Outlook shows.'),
  body: z
    .strictObject({
      contentType: z.enum(['text', 'markdown', 'html']).describe('How `content` is written.'),
      content: words(limits.body).describe(
        'The text. HTML is reduced to what mail may hold: no scripts, no styles, links to http(s) and mail addresses only.',
      ),
    })
    .describe('What is posted.'),
  people: z
    .array(z.email('This is no mail address.').max(254))
    .max(limits.people, `More than ${limits.people} people.`)
    .default([])
    .describe('Mail addresses of people who get it besides the group.'),
  receipt: z
    .enum(['none', 'chat'])
    .default('none')
    .describe('`chat` shows the receipt in the person’s personal chat with Kickoff, if they have one.'),
  watch: z
    .boolean()
    .default(true)
    .describe(
      '`false`: the person does not want to hear of answers to it. Else they are told in their personal chat with Kickoff, if they have one and have not switched that off there.',
    ),
  warnIfSimilar: z
    .boolean()
    .default(false)
    .describe(
      'Answer 409 instead of posting when the person has posted the same there within 2 minutes, or is about to.',
    ),
} as const;
