import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Samples of activities and answers that may lie next to this repository. */
const folder = resolve(import.meta.dirname, '../../../../shared/fixtures');
const hasFixtures = existsSync(join(folder, 'activities'));

interface Expected {
  httpStatus: number;
  body: unknown;
}

/** What each sample is answered with: a sample of the answer whose shape it has, or only a status. */
const answers: Record<string, string | number> = {
  '01-message-personal.json': 200,
  '02-message-channel-mention.json': 200,
  '05-message-action-submit.json': 200,
  '13-installationUpdate-add-personal.json': 200,
  '14-installationUpdate-remove-personal.json': 200,
  '20-invoke-signin-tokenExchange.json': 'signin-tokenExchange-consent.json',
  '22-invoke-signin-failure.json': 200,
  '30-invoke-adaptiveCard-action.json': 'adaptiveCard-action-card.json',
  '32-invoke-adaptiveCard-action-sso-token.json': 'adaptiveCard-action-sso-failed.json',
  '40-invoke-application-search.json': 'application-search.json',
  '50-invoke-task-fetch.json': 'task-continue-card.json',
  '60-invoke-composeExtension-fetchTask-message.json': 'task-continue-card.json',
  '61-invoke-composeExtension-submitAction.json': 'task-continue-card.json',
  '63-invoke-composeExtension-query.json': 'composeExtension-message.json',
};

describe('samples of activities that lie next to this repository', () => {
  let bot: Bot;
  before(async function () {
    if (!hasFixtures) return this.skip();
    bot = await startBot();
    await bot.signIn('Ada');
  });
  after(() => bot?.stop());

  /** The sample with the people, chats, bot and addresses of this sandbox. */
  function read(name: string): object {
    const ada = bot.person('Ada');
    const { rootId } = bot.beginThread('Ada');
    const text = readFileSync(join(folder, 'activities', name), 'utf8');
    const { from, recipient, serviceUrl, conversation } = JSON.parse(text) as {
      from: { id: string };
      recipient: { name: string };
      serviceUrl: string;
      conversation: { id: string };
    };
    const isPersonal = conversation.id.startsWith('a:');
    return JSON.parse(
      text
        .replaceAll(serviceUrl, bot.sandbox.channel.serviceUrl())
        .replaceAll(from.id, ada.teamsId)
        .replaceAll(`"${recipient.name}"`, `"${bot.sandbox.tenant.app.name}"`)
        .replaceAll(isPersonal ? conversation.id : '\0', personalChatId(ada))
        .replaceAll(/messageid=\d+/g, `messageid=${rootId}`)
        .replaceAll('aaaaaaaa-0000-4000-8000-00000000000a', ada.id),
    ) as object;
  }

  /** Names and types of what both have: how a client tells one answer from another. */
  function assertShape(actual: unknown, expected: unknown, at: string): void {
    if (expected === null || expected === undefined) return assert.equal(actual, undefined, at);
    assert.equal(typeof actual, typeof expected, at);
    if (typeof expected !== 'object') return;
    // Inside a card, or in a list of results, the content is the bot's own.
    if ('$schema' in expected) return assert.equal((actual as { type?: string }).type, 'AdaptiveCard', at);
    if (Array.isArray(expected)) {
      return (actual as unknown[]).forEach((each) => assertShape(each, expected[0], `${at}[]`));
    }
    const wanted = Object.entries(expected as Record<string, unknown>);
    assert.deepEqual(Object.keys(actual as object).toSorted(), wanted.map(([name]) => name).toSorted(), at);
    for (const [name, value] of wanted)
      assertShape((actual as Record<string, unknown>)[name], value, `${at}.${name}`);
  }

  const names = hasFixtures ? readdirSync(join(folder, 'activities')).toSorted() : ['(none here)'];
  for (const name of names) {
    it(name, async () => {
      const answer = answers[name];
      assert.ok(answer !== undefined, 'a sample that nobody has said the answer to');
      const { status, body } = await bot.deliver(read(name));
      if (typeof answer === 'number') return assert.deepEqual([status, body], [answer, undefined]);
      const text = readFileSync(join(folder, 'responses', answer), 'utf8');
      const expected = JSON.parse(text) as Expected;
      assert.equal(status, expected.httpStatus);
      assertShape(body, expected.body, 'body');
      const { statusCode, type } = (expected.body ?? {}) as { statusCode?: number; type?: string };
      if (statusCode !== undefined) {
        const actual = body as { statusCode: number; type: string };
        assert.deepEqual([actual.statusCode, actual.type], [statusCode, type]);
      }
    });
  }
});
