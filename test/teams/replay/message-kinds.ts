import type { KindOfActivity } from './kind-of-activity.ts';
import { ada, bare, card, groupChat, quiet } from './shape-kinds.ts';

const like = [{ type: 'like' }];

/** Messages, and what becomes of them. */
export const messageKinds: Record<string, KindOfActivity> = {
  'message: in the personal chat': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.message(ada(world), 'help'),
  },
  'message: a command that posts': {
    ...quiet,
    says: 1,
    posts: 1,
    make: (world, activities) => activities.message(ada(world), 'start "Kinds" in Finance: The text'),
  },
  'message: in a group chat': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.mention(ada(world), groupChat, 'help'),
  },
  'message: in a channel': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.mention(ada(world), world.beginThread('Ada'), 'help'),
  },
  'message: without any text': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.message(ada(world), '', { attachments: [] }),
  },
  'message: a file': {
    ...quiet,
    says: 1,
    make: (world, activities) =>
      activities.message(ada(world), '', {
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            contentUrl: 'https://contoso.sharepoint.com/personal/plan.txt',
            name: 'plan.txt',
            content: { downloadUrl: 'https://contoso.sharepoint.com/d', uniqueId: '1', fileType: 'txt' },
          },
        ],
      }),
  },
  'message: an image': {
    ...quiet,
    says: 1,
    make: (world, activities) =>
      activities.message(ada(world), 'help', {
        attachments: [
          { contentType: 'image/*', contentUrl: `${world.sandbox.channel.serviceUrl()}v3/attachments/1` },
        ],
      }),
  },
  'message: to the bot alone in a group chat (slash command)': {
    ...quiet,
    says: 1,
    make(world, activities) {
      const said = activities.of('message', ada(world), { text: 'help', textFormat: 'plain' }, groupChat);
      return { ...said, recipient: { ...(said['recipient'] as object), isTargeted: true } };
    },
  },
  'message: Action.Submit': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.submit(ada(world), card, { verb: 'form.open' }),
  },
  'message: Action.Submit that is not known': {
    ...quiet,
    says: 1,
    make: (world, activities) => activities.submit(ada(world), card, { any: 'thing' }),
  },
  'messageUpdate: editMessage of a command': {
    ...quiet,
    make: (world, activities) =>
      activities.of('messageUpdate', ada(world), {
        text: 'start "Edited" in Finance: The text',
        channelData: { eventType: 'editMessage', tenant: { id: world.sandbox.tenant.id } },
      }),
  },
  'messageUpdate: undeleteMessage of a command': {
    ...quiet,
    make: (world, activities) =>
      activities.of('messageUpdate', ada(world), {
        text: 'start "Back" in Finance: The text',
        channelData: { eventType: 'undeleteMessage', tenant: { id: world.sandbox.tenant.id } },
      }),
  },
  'messageDelete: softDeleteMessage': bare('messageDelete', {
    channelData: { eventType: 'softDeleteMessage' },
  }),
  'messageReaction: added': bare('messageReaction', { replyToId: card, reactionsAdded: like }),
  'messageReaction: removed': bare('messageReaction', { replyToId: card, reactionsRemoved: like }),
  typing: bare('typing'),
};
