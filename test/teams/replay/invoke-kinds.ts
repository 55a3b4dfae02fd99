import type { KindOfActivity } from './kind-of-activity.ts';
import { ada, execute, groupChat, invoke, quiet, signedOut, unknown } from './shape-kinds.ts';
import { signInKinds } from './sign-in-kinds.ts';

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
const uploadInfo = {
  contentUrl: 'https://contoso-my.sharepoint.com/personal/a.csv',
  name: 'a.csv',
  uploadUrl: 'https://contoso-my.sharepoint.com/upload/1',
  uniqueId: '1',
  fileType: 'csv',
};

/** Everything that waits for an answer. */
export const invokeKinds: Record<string, KindOfActivity> = {
  ...signInKinds,
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
  'fileConsent/invoke: accepted, of a question that is not there': invoke(
    'fileConsent/invoke',
    { type: 'fileUpload', action: 'accept', context: { ticket: 'x' }, uploadInfo },
    quiet.answer,
  ),
  'fileConsent/invoke: accepted, of a question that is too old': {
    ...invoke(
      'fileConsent/invoke',
      {
        ...{ type: 'fileUpload', action: 'accept', uploadInfo },
        context: { ticket: 'x', until: '2026-11-01T00:00:00Z' },
      },
      quiet.answer,
    ),
    says: 1,
  },
  'fileConsent/invoke: declined': invoke(
    'fileConsent/invoke',
    { type: 'fileUpload', action: 'decline' },
    quiet.answer,
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
