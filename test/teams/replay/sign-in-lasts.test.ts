import assert from 'node:assert/strict';
import sinon from 'sinon';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { eventually } from '../../e2e/start-world.ts';
import { startBot, type Bot } from './start-bot.ts';

const hour = 3_600_000;

/** What Kickoff does as a person who is not there, in the whole bot: its clock and Microsoft 365's move on together. */
describe('a sign-in that has to last', function () {
  this.timeout(20_000);
  let bot: Bot;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    bot = await startBot();
    clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  });
  afterEach(async () => {
    clock.restore();
    await bot.stop();
  });

  const tokenCalls = () => bot.traffic.count({ service: 'entra', method: 'POST', path: /token$/ });
  const posts = () => bot.traffic.list({ service: 'graph', method: 'POST', path: /conversations$/ });
  const type = (text: string) => bot.deliver(bot.activities.message(bot.person('Ada'), text));
  const about = (topic: string) => bot.conversations('Finance').filter((each) => each.topic === topic);

  interface SignInCard {
    tokenExchangeResource?: object;
    buttons: { value: string }[];
  }
  const signInCards = (): SignInCard[] =>
    bot
      .chat('Ada')
      .flatMap(({ attachments }) => attachments)
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')
      .map(({ content }) => content as SignInCard);
  const chatText = () => JSON.stringify(bot.chat('Ada')).replaceAll(/[\u2068\u2069]/g, '');

  /** A request that Graph put off: it goes on by itself, as a job in the background. */
  async function putOff(topic: string): Promise<void> {
    bot.sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', path: /conversations$/, when: 'before', times: 1 },
      outcome: { status: 429, headers: { 'retry-after': '1' } },
    });
    await type(`start "${topic}" in Finance: later`);
    assert.equal(about(topic).length, 0);
  }

  async function pressButton(card: SignInCard | undefined): Promise<void> {
    const { status } = await signInByBrowser(card?.buttons[0]?.value ?? '', {
      personId: bot.person('Ada').id,
    });
    assert.equal(status, 200);
  }

  it('posts as the person eight hours later, with nobody there', async () => {
    await bot.signIn('Ada');
    await putOff('Eight hours');
    const [calls, cards] = [tokenCalls(), signInCards().length];
    clock.tick(8 * hour);
    const [post] = await eventually('the post', () => about('Eight hours').length === 1 && posts());
    assert.equal(post?.status, 429);
    assert.equal(signInCards().length, cards, 'nobody was asked');
    // One refresh for the person; the bot's own token for the channel ended as well.
    assert.ok(tokenCalls() - calls <= 2, `${tokenCalls() - calls} token requests`);
  });

  it('asks once where Entra gave no refresh token, behind the button, and then lasts', async () => {
    bot.sandbox.profile.refreshTokenFromOnBehalfOf = false;
    await bot.signIn('Ada');
    await putOff('No refresh token');
    const before = signInCards().length;
    clock.tick(2 * hour);
    await eventually('the card', () => signInCards().length > before);
    await eventually('the reason', () => chatText().includes('for an hour only'));
    const [card, ...others] = signInCards().slice(before);
    assert.deepEqual(others, []);
    assert.equal(card?.tokenExchangeResource, undefined, 'no silent try');
    await pressButton(card);
    await eventually('the post', () => about('No refresh token').length === 1);
    await eventually('the card to be put away', () => signInCards().length === before);

    await putOff('It lasts');
    clock.tick(8 * hour);
    await eventually('the second post', () => about('It lasts').length === 1);
    assert.equal(signInCards().length, before, 'its card was put away, and no other came');
  });

  it('meets a claims challenge without the person, and posts once', async () => {
    await bot.signIn('Ada');
    bot.sandbox.entra.evaluation.interrupt(bot.person('Ada').id);
    await type('start "Interrupted" in Finance: now');
    await eventually('the post', () => about('Interrupted').length === 1);
    assert.ok(bot.traffic.list({ service: 'graph', status: 401 }).length >= 1, 'Graph challenged');
    assert.equal(posts().filter(({ status }) => status === 201).length, 1);
  });

  it('takes the claims to the sign-in page when Entra wants the person', async () => {
    await bot.signIn('Ada');
    const { id } = bot.person('Ada');
    bot.sandbox.entra.evaluation.interrupt(id);
    bot.sandbox.entra.rules.set(id, 'second-factor');
    await type('start "Second factor" in Finance: now');
    await eventually('the reason', () => chatText().includes('one more step'));
    await pressButton(signInCards().at(-1));
    await eventually('the post', () => about('Second factor').length === 1);
    assert.equal(posts().filter(({ status }) => status === 201).length, 1);
  });

  it('says that the account is disabled, and goes on after it was enabled', async () => {
    await bot.signIn('Ada');
    await putOff('Disabled');
    clock.tick(2 * hour);
    const { id } = bot.person('Ada');
    bot.sandbox.entra.rules.set(id, 'disabled');
    await eventually('the reason', () => chatText().includes('account is disabled'));
    bot.sandbox.entra.rules.set(id, undefined);
    await pressButton(signInCards().at(-1));
    await eventually('the post', () => about('Disabled').length === 1);
  });
});
