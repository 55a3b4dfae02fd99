import assert from 'node:assert/strict';
import { everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

const day = 86_400_000;
/** A date in Paris, which is where the recorded clients are, so many days from now. */
const dateIn = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date(Date.now() + days * day));

describe('planning through the real adapter', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    bot.traffic.clear();
  });
  afterEach(() => bot.stop());

  const posted = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });
  const requestOf = ({ card }: ShownCard): string =>
    everything(card)
      .map(({ data }) => (data as { requestId?: string } | undefined)?.requestId)
      .find((id) => id !== undefined)!;
  const valueOf = ({ card }: ShownCard, id: string) =>
    everything(card).find((each) => each.id === id)?.['value'];
  const plan = (topic = 'Topic') => ada.say(`start "${topic}" in Finance at "${dateIn(3)} 9:00": The text`);

  it('is shown with its time and zone, and nothing is sent', async () => {
    const receipt = await plan();
    assert.match(receipt.text, /Planned for [^"]*9:00[^"]*\(Europe\/Paris\)/);
    assert.deepEqual([posted(), bot.mail().length], [0, 0]);
    const { text } = await ada.say('pending');
    assert.match(text, /Planned for .*"Change".*"Post now".*"Discard"/);
    assert.match((await ada.say('forget me')).text, /planned for later/);
  });

  it('is posted once with Post now', async () => {
    const receipt = await plan();
    const data = { requestId: requestOf(receipt) };
    await ada.execute('request.post-now', data, receipt.messageId);
    await ada.execute('request.post-now', data, receipt.messageId);
    assert.deepEqual([posted(), bot.mail().length], [1, 1]);
    assert.match(ada.cardOf(receipt.messageId).text, /Conversation started/);
  });

  describe('for a large group', () => {
    beforeEach(() => {
      const { people } = bot.sandbox.tenant;
      for (let n = 0; n < 100; n += 1) {
        const id = `cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`;
        people.push({ ...bot.person('Ben'), id, displayName: `Person ${n}`, mail: `p${n}@contoso.com` });
        bot.group('Finance').memberIds.push(id);
      }
    });

    it('asks when it is planned, also in the list, and keeps the answer', async () => {
      const receipt = await plan();
      const question = /Planned for .*102 members.*only if you confirm it.*"Yes, post it then".*"Post now"/;
      assert.match(receipt.text, question);
      assert.match((await ada.say('pending')).text, question);
      const data = { requestId: requestOf(receipt) };
      await ada.execute('request.confirm', data, receipt.messageId);
      const { text } = ada.cardOf(receipt.messageId);
      assert.match(text, /Planned for .*Nothing is sent before/);
      assert.doesNotMatch(text, /102 members/);
      await ada.execute('request.post-now', data, receipt.messageId);
      assert.match(ada.cardOf(receipt.messageId).text, /Conversation started/);
      assert.equal(bot.mail().length, 1);
    });

    it('is posted with one press of Post now on the card that asks', async () => {
      const receipt = await plan();
      const data = { requestId: requestOf(receipt) };
      await Promise.all([1, 2].map(() => ada.execute('request.confirm-now', data, receipt.messageId)));
      assert.deepEqual([posted(), bot.mail().length], [1, 1]);
      assert.match(ada.cardOf(receipt.messageId).text, /Conversation started/);
    });

    it('asks at the first press of a card that did not', async () => {
      const receipt = await plan();
      await ada.execute('request.post-now', { requestId: requestOf(receipt) }, receipt.messageId);
      assert.match(ada.cardOf(receipt.messageId).text, /102 members.*"Post now"/);
      assert.equal(posted(), 0);
    });
  });

  it('is changed in a form of its own: the old one says so and is not sent', async () => {
    const receipt = await plan();
    await ada.execute('request.change-plan', { requestId: requestOf(receipt) }, receipt.messageId);
    const form = ada.newest();
    assert.notEqual(form.formId, '');
    assert.deepEqual(
      [valueOf(form, 'postDate'), valueOf(form, 'postTime'), valueOf(form, 'postZone')],
      [dateIn(3), '09:00', 'Europe/Paris'],
    );
    const inputs = {
      ...{ groupId: bot.group('Finance').id, topic: 'Topic', body: 'Other', people: '' },
      ...{ postDate: dateIn(4), postTime: '10:30', postZone: 'Europe/Paris' },
    };
    await ada.post(form, inputs);
    await ada.post(form, inputs);
    assert.match(ada.cardOf(form.messageId).text, /Planned for [^"]*10:30/);
    assert.match(ada.cardOf(receipt.messageId).text, /Changed/);
    await ada.execute('request.post-now', { requestId: requestOf(receipt) }, receipt.messageId);
    assert.equal(posted(), 0);
    const { requestId } = { requestId: requestOf(ada.cardOf(form.messageId)) };
    await ada.execute('request.post-now', { requestId }, form.messageId);
    assert.deepEqual([posted(), bot.mail().length], [1, 1]);
  });

  it('says that the change came too late, keeps what was typed, and posts nothing of it', async () => {
    const receipt = await plan();
    const requestId = requestOf(receipt);
    await ada.execute('request.change-plan', { requestId }, receipt.messageId);
    const form = ada.newest();
    await ada.execute('request.post-now', { requestId }, receipt.messageId);
    const inputs = { groupId: bot.group('Finance').id, topic: 'Topic', body: 'Too late', people: '' };
    const answer = await ada.post(form, { ...inputs, postDate: dateIn(4), postTime: '10:30' });
    assert.match(answer.text, /does not wait any more.*Too late/);
    assert.notEqual(answer.formId, form.formId);
    assert.equal(posted(), 1);
  });

  it('is nobody else’s to change or to post', async () => {
    const receipt = await plan();
    const ben = createPerson(bot, 'Ben');
    for (const verb of ['request.change-plan', 'request.post-now', 'request.discard'])
      assert.match(
        (await ben.execute(verb, { requestId: requestOf(receipt) }, receipt.messageId)).text,
        /Only the person who wrote this/,
      );
    assert.match(ada.cardOf(receipt.messageId).text, /Planned for/);
  });

  it('asks a form back whose time cannot be, and takes it with another', async () => {
    const form = await ada.say('start');
    const inputs = { groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' };
    const past = await ada.post(form, { ...inputs, postDate: dateIn(-1), postTime: '09:00' });
    assert.match(past.text, /This time has passed/);
    const far = await ada.post(form, { ...inputs, postDate: dateIn(120), postTime: '09:00' });
    assert.match(far.text, /90 days/);
    const bare = await ada.post(form, { ...inputs, postDate: dateIn(3), postTime: '' });
    assert.match(bare.text, /no time of day/);
    await ada.post(form, { ...inputs, postDate: dateIn(3), postTime: '09:00' });
    assert.match(ada.cardOf(form.messageId).text, /Planned for/);
    assert.equal(posted(), 0);
  });

  it('asks for the zone where the client does not say it', async () => {
    const nowhere = createPerson(bot, 'Ada', { localTimezone: undefined, entities: [] });
    const form = await nowhere.say(`start "Topic" in Finance at "${dateIn(3)} 9:00": The text`);
    assert.match(form.text, /did not tell me your time zone/);
    const inputs = { groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' };
    const when = { postDate: dateIn(3), postTime: '09:00' };
    const wrong = await nowhere.post(form, { ...inputs, ...when, postZone: 'Moon' });
    assert.match(wrong.text, /do not know the time zone “Moon”/);
    await nowhere.post(form, { ...inputs, ...when, postZone: 'America/New_York' });
    assert.match(nowhere.cardOf(form.messageId).text, /Planned for [^"]*\(America\/New_York\)/);
  });

  it('opens the form when the time cannot be read, with everything else in it', async () => {
    const form = await ada.say('start "Topic" in "Finance" at "some day": The text');
    assert.match(form.text, /cannot read “some day” as a time/);
    assert.equal(valueOf(form, 'body'), 'The text');
    assert.equal(posted(), 0);
  });

  it('speaks German, and reads German words', async () => {
    const german = createPerson(bot, 'Ada', { locale: 'de-DE', localTimezone: 'Europe/Berlin' });
    const receipt = await german.say('start "Thema" in Finance at "übermorgen um 9 Uhr": Der Text');
    assert.match(receipt.text, /Geplant für [^"]*09:00[^"]*\(Europe\/Berlin\)/);
    assert.match(receipt.text, /"Ändern"/);
  });

  it('is shown in the preview with its time', async () => {
    const form = await ada.say('start');
    const inputs = { groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' };
    const data = { formId: form.formId, ...inputs, postDate: dateIn(3), postTime: '09:00' };
    const { text } = await ada.execute('form.preview', data, form.messageId);
    assert.match(text, /Planned for/);
  });

  it('says when signing out what goes out only with a sign-in', async () => {
    await plan();
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'sign out'));
    assert.match(bot.chat('Ada').at(-1)!.text, /One planned text goes out at its time only if/);
  });
});
