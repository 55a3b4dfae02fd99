import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { everything } from '../cards/check-card.ts';
import { startBot, type Bot } from './start-bot.ts';

/** What clients ask by themselves when they show a card: whoever asks, and whatever they say, it does nothing. */
describe('asking for a view', () => {
  let bot: Bot;
  let where: { channel: string; rootId: string };
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    where = bot.beginThread('Ada');
  });
  afterEach(() => bot.stop());

  const planned = 'start "Budget" in Finance at "tomorrow 09:00": The plan';
  const newest = () => bot.sandbox.channel.messages.list(where.channel).at(-1)!;
  const shown = () => JSON.stringify(newest().attachments);
  const requestId = () => /"requestId":"(\w+)"/.exec(shown())?.[1] ?? '';
  const titles = (card: unknown) => everything(card).flatMap(({ title }) => title ?? []);

  /** Asks as a client does, by itself unless said otherwise; answers what stands in the answer's body. */
  async function ask(
    name: string,
    data: object,
    more: {
      verb?: string;
      trigger?: string;
      at?: typeof where | 'groupChat' | 'personal';
      channelId?: string;
    } = {},
  ) {
    const { verb = 'card.view', trigger = 'automatic', at = where, channelId = 'msteams' } = more;
    const activity = bot.activities.execute(bot.person(name), newest().id, verb, data, at);
    const value = { ...(activity['value'] as object), trigger };
    const { status, body } = await bot.deliver({ ...activity, channelId, value });
    assert.equal(status, 200);
    return body as { statusCode: number; type: string; value: unknown };
  }
  const say = (text: string, more: object = {}) =>
    bot.deliver({ ...bot.activities.mention(bot.person('Ada'), where, text), ...more });

  for (const channelId of ['msteams', 'outlook'])
    it(`answers everybody what is theirs, on ${channelId}, and posts and changes nothing`, async () => {
      await say(planned);
      const data = { view: 'receipt', requestId: requestId() };
      bot.traffic.clear();
      const own = await ask('Ada', data, { channelId });
      assert.deepEqual([own.statusCode, own.type], [200, 'application/vnd.microsoft.card.adaptive']);
      assert.ok(titles(own.value).includes('Discard'));
      const other = await ask('Ben', data, { channelId, trigger: 'manual' });
      assert.match(JSON.stringify(other.value), /Budget/);
      assert.deepEqual(titles(other.value), []);
      assert.equal(bot.traffic.count({ service: 'channel' }), 0);
      assert.equal(bot.traffic.count({ service: 'graph' }), 0);
    });

  it('does nothing that a button does, though a client says that it asks by itself', async () => {
    await say(planned);
    for (const verb of ['request.post-now', 'request.discard']) {
      const { statusCode } = await ask('Ada', { requestId: requestId() }, { verb });
      assert.equal(statusCode, 400);
    }
    assert.equal(bot.mail().length, 0);
    const { value } = await ask('Ada', { view: 'receipt', requestId: requestId() });
    assert.ok(titles(value).includes('Discard'));
  });

  it('shows nobody in another chat what somebody wrote', async () => {
    await say(planned);
    for (const view of ['receipt', 'similar'])
      for (const at of ['groupChat', 'personal'] as const) {
        const { value } = await ask('Ben', { view, requestId: requestId() }, { at });
        assert.doesNotMatch(JSON.stringify(value), /Budget|The plan|Finance/);
      }
  });

  it('answers nonsense with a card that says so', async () => {
    await say(planned);
    const watch = { view: 'watch', personId: 'p', groupId: 'g' };
    const nonsense = [{}, { view: 'receipt' }, { view: 'receipt', requestId: 'x' }, { view: 'x' }, watch];
    for (const data of [...nonsense, { ...watch, groupName: 'x'.repeat(5_000) }]) {
      const { statusCode, value } = await ask('Ada', data);
      assert.equal(statusCode, 200);
      assert.match(JSON.stringify(value), /older card/);
    }
    const ticket = { view: 'ticket', ticket: 'x', kind: 'delete-conversation' };
    assert.match(JSON.stringify((await ask('Ada', ticket)).value), /answered already/);
  });

  it('cannot change the card for everybody by the fallback of an older client', async () => {
    await say(planned);
    const before = shown();
    const data = { verb: 'card.view', view: 'receipt', requestId: requestId() };
    const pressed = newest().id;
    await bot.deliver(bot.activities.submit(bot.person('Ben'), pressed, data));
    assert.ok(
      JSON.stringify(bot.sandbox.channel.messages.find(where.channel, pressed)?.attachments) === before,
    );
  });

  it('leaves the buttons to all where the account of the author is not known', async () => {
    const { teamsId, displayName: name, id: aadObjectId } = bot.person('Ada');
    await say(planned, { from: { id: teamsId.replace('29:', 'old:'), name, aadObjectId } });
    assert.doesNotMatch(shown(), /"refresh"/);
    assert.ok(titles(newest().attachments).includes('Discard'));
  });

  it('is no sign of life of a person who has removed Kickoff', async () => {
    await say(planned);
    const data = { view: 'receipt', requestId: requestId() };
    await bot.deliver(bot.activities.of('installationUpdate', bot.person('Ada'), { action: 'remove' }));
    const leaving = (): number => {
      const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { readOnly: true });
      const [row] = database.prepare('select count(*) as number from forgettings').all();
      database.close();
      return Number(row?.['number']);
    };
    assert.equal(leaving(), 1);
    await ask('Ada', data);
    assert.equal(leaving(), 1);
    await ask('Ada', { requestId: requestId() }, { verb: 'request.discard', trigger: 'manual' });
    assert.equal(leaving(), 0);
  });
});
