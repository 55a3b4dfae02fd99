import { z } from 'zod';

const text = z.string().nullish();
const dateTime = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .nullish();
const object = z.looseObject({}).nullish();
const account = z.looseObject({ id: z.string().min(1), name: text, aadObjectId: text, role: text });
const typed = z.looseObject({ type: z.string() });
const attachment = z.looseObject({
  contentType: z.string(),
  contentUrl: text,
  name: text,
  content: z.unknown().optional(),
});

/**
 * What an activity must look like before anything else reads it (Bot Framework's activity schema). A field that the
 * channel may leave out may also be null; what is there must have its type, because the code behind takes it at its
 * word. `from` is asked of every type: Teams sends it with all of them, installation and conversation updates included,
 * and nothing can be done for nobody. A message without text, value and attachments is well formed.
 */
export const activityShape = z.looseObject({
  type: z.string().min(1),
  channelId: z.enum(['msteams', 'outlook', 'm365extensions']),
  serviceUrl: z.string(),
  conversation: z.looseObject({
    id: z.string().min(1),
    name: text,
    tenantId: text,
    conversationType: text,
    isGroup: z.boolean().nullish(),
  }),
  from: account,
  recipient: account.nullish(),
  id: text,
  timestamp: dateTime,
  localTimestamp: dateTime,
  localTimezone: text,
  expiration: dateTime,
  text,
  textFormat: text,
  name: text,
  action: text,
  locale: text,
  replyToId: text,
  deliveryMode: text,
  callerId: text,
  attachments: z.array(attachment).nullish(),
  entities: z.array(typed).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  reactionsAdded: z.array(typed).nullish(),
  reactionsRemoved: z.array(typed).nullish(),
  relatesTo: object,
  channelData: z
    .looseObject({
      eventType: text,
      tenant: z.looseObject({ id: text }).nullish(),
      team: z.looseObject({ id: text, name: text, aadGroupId: text }).nullish(),
      channel: z.looseObject({ id: text, name: text }).nullish(),
    })
    .nullish(),
});
