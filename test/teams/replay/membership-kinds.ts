import type { KindOfActivity } from './kind-of-activity.ts';
import { ada, bare, groupChat, quiet } from './shape-kinds.ts';

/** Events of a team; those with members name somebody who is not the bot. */
const teamEvent = (eventType: string): KindOfActivity => ({
  ...quiet,
  make: (bot, activities) =>
    activities.of(
      'conversationUpdate',
      ada(bot),
      {
        channelData: {
          eventType,
          team: { id: bot.sandbox.tenant.teams[0]!.id, name: 'T', aadGroupId: bot.group('Finance').id },
          channel: { id: '19:c@thread.tacv2', name: 'C' },
          tenant: { id: bot.sandbox.tenant.id },
        },
        ...(eventType.includes('Added') && { membersAdded: [{ id: bot.person('Ben').teamsId }] }),
        ...(eventType.includes('Removed') && { membersRemoved: [{ id: bot.person('Ben').teamsId }] }),
      },
      bot.beginThread('Ada'),
    ),
});

/** The bot itself, put into or taken out of a place. */
const bot = (
  member: 'membersAdded' | 'membersRemoved',
  where: 'personal' | 'groupChat' | 'team',
  says: number,
): KindOfActivity => ({
  ...quiet,
  says,
  make(world, activities) {
    const members = { [member]: [{ id: world.sandbox.channel.botId }, { id: world.person('Ben').teamsId }] };
    if (where !== 'team') return activities.of('conversationUpdate', world.person('Ben'), members, where);
    const event = activities.of('conversationUpdate', ada(world), members, world.beginThread('Ada'));
    const eventType = member === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved';
    return { ...event, channelData: { ...(event['channelData'] as object), eventType } };
  },
});

const installation = (action: string, name: string, says = 0): KindOfActivity => ({
  ...quiet,
  says,
  make: (world, activities) => activities.of('installationUpdate', world.person(name), { action }),
});

const teamEvents = [
  ...['teamMemberAdded', 'teamMemberRemoved', 'teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted'],
  ...['teamHardDeleted', 'teamRestored', 'channelCreated', 'channelRenamed', 'channelDeleted'],
  ...['channelRestored', 'channelShared', 'channelUnshared', 'channelMemberAdded', 'channelMemberRemoved'],
  'anEventOfTomorrow',
];

/** Who comes and goes, the bot included. */
export const membershipKinds: Record<string, KindOfActivity> = {
  'conversationUpdate: the bot is added to a personal chat': bot('membersAdded', 'personal', 1),
  'conversationUpdate: the bot is removed from a personal chat': bot('membersRemoved', 'personal', 0),
  'conversationUpdate: the bot is added to a group chat': bot('membersAdded', 'groupChat', 1),
  'conversationUpdate: the bot is removed from a group chat': bot('membersRemoved', 'groupChat', 0),
  'conversationUpdate: the bot is added to a team': bot('membersAdded', 'team', 1),
  'conversationUpdate: the bot is removed from a team': bot('membersRemoved', 'team', 0),
  'conversationUpdate: somebody is added to a group chat': {
    ...quiet,
    make: (world, activities) =>
      activities.of('conversationUpdate', ada(world), { membersAdded: [{ id: '29:1x' }] }, groupChat),
  },
  'conversationUpdate: topic': bare('conversationUpdate', { topicName: 'Another' }),
  ...Object.fromEntries(teamEvents.map((type) => [`conversationUpdate: ${type}`, teamEvent(type)])),
  'installationUpdate: add': installation('add', 'Dana', 1),
  'installationUpdate: add-upgrade': installation('add-upgrade', 'Dana'),
  'installationUpdate: remove-upgrade': installation('remove-upgrade', 'Dana'),
  'installationUpdate: remove': installation('remove', 'Dana'),
  'installationUpdate: without an action': bare('installationUpdate'),
};
