import type { Activities, Where } from './create-activities.ts';
import type { Bot } from './start-bot.ts';

type Activity = Record<string, unknown>;

/** What one kind of activity gets. */
export interface KindOfActivity {
  make: (bot: Bot, activities: Activities) => Activity | Promise<Activity>;
  /** As `answerShape` names it. */
  answer: string;
  /** Messages that the bot then sends to chats; 0 where nothing is said. */
  says?: number;
  /** Posts in mailboxes. */
  posts?: number;
}

const groupChat: Where = 'groupChat';
const card = '1763640000101';
const quiet = { answer: 'nothing' };
const unknown = { answer: '400: not known' };
const like = [{ type: 'like' }];
const ada = (bot: Bot) => bot.person('Ada');

/** Activities whose shape says nothing of who made them. */
const bare = (type: string, more: Activity = {}): KindOfActivity => ({
  ...quiet,
  make: (bot, activities) => activities.of(type, ada(bot), more),
});

const invoke = (name: string, value: unknown, answer: string, where: Where = 'personal'): KindOfActivity => ({
  answer,
  make: (bot, activities) => activities.invoke(ada(bot), name, value, where),
});

const execute = (verb: unknown, data: unknown, answer: string, more: Activity = {}): KindOfActivity => ({
  answer,
  make(bot, activities) {
    const activity = activities.execute(ada(bot), card, verb, data);
    return { ...activity, value: { ...(activity['value'] as object), ...more } };
  },
});

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

const messagePayload = {
  linkToMessage: 'https://teams.microsoft.com/l/message/19:c@thread.tacv2/1763640000001',
  id: '1763640000001',
  replyToId: null,
  createdDateTime: '2026-11-20T11:59:00.000Z',
  lastModifiedDateTime: null,
  deleted: false,
  subject: null,
  body: { contentType: 'html', content: '<div>Please tell <b>everyone</b></div>' },
  from: {
    user: { userIdentityType: 'aadUser', id: 'bbbbbbbb-0000-4000-8000-00000000000b', displayName: 'Sam' },
  },
  reactions: [],
  mentions: [],
  attachments: [],
};
const action = { commandId: 'startConversation', commandContext: 'compose', context: { theme: 'default' } };
const fromMessage = { ...action, commandId: 'startFromMessage', commandContext: 'message', messagePayload };
const typed = { verb: 'conversation.post', groupId: '', topic: 'Cut-off', body: 'Please tell everyone' };
const query = {
  commandId: 'searchConversations',
  parameters: [{ name: 'q', value: 'budget' }],
  queryOptions: { skip: 0, count: 25 },
};
const initialRun = { ...query, parameters: [{ name: 'initialRun', value: 'true' }] };

/** The same invoke from another of Microsoft 365's clients. */
const on = (channelId: string, kind: KindOfActivity, answer = kind.answer): KindOfActivity => ({
  ...kind,
  answer,
  make: async (...world) => ({ ...(await kind.make(...world)), channelId }),
});

/** From somebody who is not signed in. */
const signedOut = (
  name: string,
  value: unknown,
  answer: string,
  where: Where = groupChat,
): KindOfActivity => ({
  answer,
  make: (world, activities) => activities.invoke(world.person('Chika'), name, value, where),
});

const messages: Record<string, KindOfActivity> = {
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

const teamEvents = [
  ...['teamMemberAdded', 'teamMemberRemoved', 'teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted'],
  ...['teamHardDeleted', 'teamRestored', 'channelCreated', 'channelRenamed', 'channelDeleted'],
  ...['channelRestored', 'channelShared', 'channelUnshared', 'channelMemberAdded', 'channelMemberRemoved'],
  'anEventOfTomorrow',
];

const membership: Record<string, KindOfActivity> = {
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

const meeting = { id: 'MCMx', title: 'Weekly', meetingType: 'Scheduled', startTime: '2026-11-20T12:00:00Z' };
const events: Record<string, KindOfActivity> = {
  ...Object.fromEntries(
    [
      'meetingStart',
      'meetingEnd',
      'meetingParticipantJoin',
      'meetingParticipantLeave',
      'meetingReactionAdded',
    ].map((name) => [
      `event: ${name}`,
      bare('event', { name: `application/vnd.microsoft.${name}`, value: meeting }),
    ]),
  ),
  'event: readReceipt': bare('event', {
    name: 'application/vnd.microsoft.readReceipt',
    value: { lastReadMessageId: '1' },
  }),
  'event: tokens/response': bare('event', { name: 'tokens/response', value: { token: 'x' } }),
  'event: without a name': bare('event'),
  ...Object.fromEntries(
    [
      ...[
        'endOfConversation',
        'handoff',
        'trace',
        'command',
        'commandResult',
        'invokeResponse',
        'contactRelationUpdate',
      ],
      ...['delay', 'suggestion', 'deleteUserData', 'aTypeOfTomorrow'],
    ].map((type) => [type, bare(type, { value: { deep: [1] } })]),
  ),
};

const signIns: Record<string, KindOfActivity> = {
  'signin/tokenExchange: good': {
    answer: 'nothing',
    async make(world, activities) {
      const id = await world.askForSignIn('Ada');
      const token = await world.sandbox.entra.issueSsoToken(ada(world).id);
      return activities.invoke(ada(world), 'signin/tokenExchange', { id, connectionName: '', token });
    },
  },
  'signin/tokenExchange: consent missing': {
    answer: '412 with the reason',
    async make(world, activities) {
      const chika = world.person('Chika');
      world.sandbox.entra.consents.withdraw(chika.id);
      const id = await world.askForSignIn('Chika');
      const token = await world.sandbox.entra.issueSsoToken(chika.id);
      return activities.invoke(chika, 'signin/tokenExchange', { id, connectionName: '', token });
    },
  },
  'signin/tokenExchange: of a card that is not there': invoke(
    'signin/tokenExchange',
    { id: '9a9a9a9a-0000-4000-8000-000000000020', connectionName: '', token: 'e30.e30.x' },
    '412 with the reason',
  ),
  'signin/tokenExchange: without a token': invoke(
    'signin/tokenExchange',
    { id: 'x', connectionName: '' },
    '400 alone',
  ),
  'signin/verifyState: of nobody': invoke('signin/verifyState', { state: '123456' }, '404 alone'),
  'signin/failure': invoke(
    'signin/failure',
    { code: 'resourcematchfailed', message: 'x' },
    'nothing',
    groupChat,
  ),
};

const invokes: Record<string, KindOfActivity> = {
  ...signIns,
  'adaptiveCard/action: known': {
    ...execute('form.open', {}, 'card action: 200 message'),
    says: 1,
  },
  'adaptiveCard/action: a form that is not known': execute(
    'conversation.post',
    { formId: 'form-0001', topic: 'T', body: 'B' },
    'card action: 200 adaptive',
  ),
  'adaptiveCard/action: refreshed by the client': execute('refresh', {}, 'card action: 400 error', {
    trigger: 'automatic',
  }),
  'adaptiveCard/action: without a verb': execute(undefined, {}, 'card action: 400 error'),
  'adaptiveCard/action: with a token that is none': execute(
    'form.open',
    {},
    'card action: 412 preconditionFailed',
    {
      authentication: { id: '9a', connectionName: 'kickoff', token: 'e30.e30.x' },
    },
  ),
  'adaptiveCard/action: with a code of nobody': execute(
    'form.open',
    {},
    'card action: 401 incorrectAuthCode',
    {
      state: '123456',
    },
  ),
  'application/search: a text': invoke(
    'application/search',
    { queryText: 'fin', queryOptions: { skip: 0, top: 15 }, dataset: 'groups' },
    'search results',
  ),
  'application/search: nothing typed': invoke(
    'application/search',
    { queryText: '', queryOptions: { skip: 0, top: 15 }, dataset: 'groups' },
    'search results',
  ),
  'application/search: a field of ours that depends on another': invoke(
    'application/search',
    { queryText: '', dataset: 'conversations', data: { groupId: 'x' } },
    'search results',
  ),
  'application/search: of a data set that is not known': invoke(
    'application/search',
    { queryText: 'x', dataset: 'planets' },
    'search results',
  ),
  'application/search: of somebody who is not signed in': signedOut(
    'application/search',
    { queryText: 'fin', dataset: 'groups' },
    'search results',
    'personal',
  ),
  'task/fetch': invoke(
    'task/fetch',
    { data: { formId: 'x' }, context: { theme: 'default' } },
    'dialog: a card',
  ),
  'task/submit': invoke('task/submit', { data: typed, context: { theme: 'default' } }, 'dialog: a card'),
  'composeExtension/fetchTask: on a message': invoke(
    'composeExtension/fetchTask',
    fromMessage,
    'dialog: a card',
    groupChat,
  ),
  'composeExtension/fetchTask: while composing': invoke(
    'composeExtension/fetchTask',
    action,
    'dialog: a card',
    groupChat,
  ),
  'composeExtension/fetchTask: from the command box': invoke(
    'composeExtension/fetchTask',
    { ...action, commandContext: 'commandbox' },
    'dialog: a card',
  ),
  'composeExtension/fetchTask: of somebody who is not signed in': signedOut(
    'composeExtension/fetchTask',
    action,
    'extension: silentAuth',
  ),
  'composeExtension/submitAction': invoke(
    'composeExtension/submitAction',
    { ...fromMessage, data: typed },
    'dialog: a card',
    groupChat,
  ),
  'composeExtension/submitAction: a previewed message, to be edited': invoke(
    'composeExtension/submitAction',
    { ...action, botMessagePreviewAction: 'edit', botActivityPreview: [{ type: 'message' }] },
    'dialog: a card',
    groupChat,
  ),
  'composeExtension/submitAction: a previewed message, to be sent': invoke(
    'composeExtension/submitAction',
    { ...action, botMessagePreviewAction: 'send', botActivityPreview: [{ type: 'message' }] },
    'dialog: a card',
    groupChat,
  ),
  'composeExtension/query': invoke('composeExtension/query', query, 'extension: message', groupChat),
  'composeExtension/query: just opened': invoke(
    'composeExtension/query',
    initialRun,
    'extension: result',
    groupChat,
  ),
  'composeExtension/query: of somebody who is not signed in': signedOut(
    'composeExtension/query',
    query,
    'extension: silentAuth',
  ),
  'composeExtension/query: with a token that is none': signedOut(
    'composeExtension/query',
    { ...query, authentication: { id: '', connectionName: '', token: 'e30.e30.x' } },
    '412 alone',
  ),
  'composeExtension/queryLink': invoke(
    'composeExtension/queryLink',
    { url: 'https://a.example' },
    'extension: message',
  ),
  'composeExtension/anonymousQueryLink': invoke(
    'composeExtension/anonymousQueryLink',
    { url: 'https://a.example' },
    'extension: message',
  ),
  ...Object.fromEntries(
    [
      ...['composeExtension/selectItem', 'composeExtension/querySettingUrl', 'composeExtension/setting'],
      ...['composeExtension/onCardButtonClicked', 'actionableMessage/executeAction', 'message/submitAction'],
      ...['message/fetchTask', 'config/fetch', 'config/submit', 'tab/fetch', 'tab/submit', 'handoff/action'],
      ...['vnd.microsoft.readReceipt', 'healthCheck', 'no/such'],
    ].map((name): [string, KindOfActivity] => [name, invoke(name, { any: 'thing' }, unknown.answer)]),
  ),
  'fileConsent/invoke: accept': invoke(
    'fileConsent/invoke',
    {
      type: 'fileUpload',
      action: 'accept',
      context: {},
      uploadInfo: {
        contentUrl: 'https://a.example',
        name: 'a.txt',
        uploadUrl: 'https://a.example/u',
        uniqueId: '1',
      },
    },
    unknown.answer,
  ),
  'fileConsent/invoke: decline': invoke(
    'fileConsent/invoke',
    { type: 'fileUpload', action: 'decline' },
    unknown.answer,
  ),
  'an invoke without a name': bareInvoke(),
};

function bareInvoke(): KindOfActivity {
  return {
    ...unknown,
    make(world, activities) {
      const { name: _, ...nameless } = activities.invoke(ada(world), '', {});
      return nameless;
    },
  };
}

const others = ['outlook', 'm365extensions'];
const offered = [
  'composeExtension/query',
  'composeExtension/query: just opened',
  'composeExtension/query: of somebody who is not signed in',
  'composeExtension/fetchTask: while composing',
  'composeExtension/submitAction',
  'no/such',
];
const channels: Record<string, KindOfActivity> = {
  ...Object.fromEntries(
    others.flatMap((channelId) =>
      offered.map((name) => [`${channelId}: ${name}`, on(channelId, invokes[name]!)]),
    ),
  ),
  ...Object.fromEntries(
    ['directline', 'emulator', 'slack', 'Msteams'].map((channelId) => [
      `channel ${channelId}`,
      on(channelId, messages['message: in the personal chat']!, 'refused: 400'),
    ]),
  ),
};
for (const name of Object.keys(channels)) if (name.startsWith('channel ')) delete channels[name]!.says;

/** Every kind of activity that a Teams bot with these surfaces receives, and those that it should never receive. */
export const activityKinds: Readonly<Record<string, KindOfActivity>> = {
  ...messages,
  ...membership,
  ...events,
  ...invokes,
  ...channels,
};
