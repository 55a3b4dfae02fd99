import assert from 'node:assert/strict';
import { ActivityTypes } from 'botbuilder';
import { eventually } from '../../e2e/start-world.ts';
import { activityKinds } from './activity-kinds.ts';
import { answerShape } from './answer-shape.ts';
import { startBot, type Bot } from './start-bot.ts';

/** What `TeamsActivityHandler` of Bot Framework and the Teams platform's pages name; each has to be in the table. */
const named = [
  ...Object.values<string>(ActivityTypes).filter((type) => type !== 'message' && type !== 'invoke'),
  ...[
    'message:',
    'messageUpdate: editMessage',
    'messageUpdate: undeleteMessage',
    'messageDelete: softDeleteMessage',
  ],
  ...['add', 'remove', 'add-upgrade', 'remove-upgrade'].map((action) => `installationUpdate: ${action}`),
  ...['teamMemberAdded', 'teamMemberRemoved', 'teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted'],
  ...[
    'teamHardDeleted',
    'teamRestored',
    'channelCreated',
    'channelRenamed',
    'channelDeleted',
    'channelRestored',
  ],
  ...['channelShared', 'channelUnshared', 'channelMemberAdded', 'channelMemberRemoved'],
  ...['meetingStart', 'meetingEnd', 'meetingParticipantJoin', 'meetingParticipantLeave', 'readReceipt'],
  ...[
    'signin/tokenExchange',
    'signin/verifyState',
    'signin/failure',
    'adaptiveCard/action',
    'application/search',
  ],
  ...[
    'task/fetch',
    'task/submit',
    'tab/fetch',
    'tab/submit',
    'config/fetch',
    'config/submit',
    'fileConsent/invoke',
  ],
  ...['actionableMessage/executeAction', 'message/submitAction', 'message/fetchTask', 'handoff/action'],
  ...['query', 'queryLink', 'anonymousQueryLink', 'fetchTask', 'submitAction', 'selectItem', 'setting'].map(
    (name) => `composeExtension/${name}`,
  ),
  ...['composeExtension/querySettingUrl', 'composeExtension/onCardButtonClicked'],
  ...['outlook: composeExtension/query', 'm365extensions: composeExtension/query'],
];

describe('every kind of activity, through the real adapter, delivered twice', function () {
  this.timeout(20_000);
  let bot: Bot;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  after(() => bot.stop());

  const said = () => bot.traffic.count({ service: 'channel', method: 'POST', path: /activities/ });
  const posted = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });

  for (const [name, { make, answer, says = 0, posts = 0 }] of Object.entries(activityKinds)) {
    const gets = `${answer}${says > 0 ? `, ${says} message` : ''}${posts > 0 ? `, ${posts} post` : ''}`;
    it(`${name} → ${gets}`, async () => {
      const activity = await make(bot, bot.activities);
      bot.traffic.clear();
      assert.equal(answerShape(await bot.deliver(activity)), answer);
      await eventually('what is said', () => said() >= says && posted() >= posts);
      assert.deepEqual([said(), posted()], [says, posts]);
      const held = bot.mail().length;
      assert.ok(answerShape(await bot.deliver(activity)) !== '');
      assert.deepEqual([posted(), bot.mail().length], [posts, held], 'delivered again');
    });
  }

  it('has an entry for each kind that is known', () => {
    const kinds = Object.keys(activityKinds);
    assert.deepEqual(
      named.filter((name) => !kinds.some((kind) => kind.startsWith(name) || kind.includes(`: ${name}`))),
      [],
    );
  });

  it('no turn failed, and nothing was left unhandled', () => {
    const errors = bot.log.filter((line) => (JSON.parse(line) as { level: unknown }).level === 'error');
    assert.deepEqual(errors, []);
  });
});
