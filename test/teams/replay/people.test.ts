import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

describe('people and audiences', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  /** Addresses of everybody who was added to the newest conversation in Finance. */
  const added = (): string[] => {
    const [newest] = bot.conversations('Finance').slice(-1);
    const participants = newest?.threads[0]?.posts[0]?.newParticipants ?? [];
    return participants.map(({ address }) => address);
  };
  const inputOf = ({ card }: ShownCard, id: string) => everything(card).find((each) => each['id'] === id);
  const checked = (shown: ShownCard): ShownCard => {
    checkCard(shown.card);
    checkCardSchema(shown.card);
    return shown;
  };
  function addPerson(displayName: string, mail: string, more: object = {}): string {
    const digits = String(bot.sandbox.tenant.people.length).padStart(12, '0');
    const id = `99999999-0000-4000-8000-${digits}`;
    const teamsId = `29:1${digits}`;
    bot.sandbox.tenant.people.push({
      ...{ id, displayName, mail, userPrincipalName: mail, teamsId, timeZone: 'Europe/Paris' },
      ...more,
    });
    return id;
  }

  it('finds somebody by name', async () => {
    const receipt = await ada.say('start Budget in Finance with Chika Okoro: The text');
    assert.match(checked(receipt).text, /Conversation started.*Chika Okoro/);
    assert.deepEqual(added(), ['chika@contoso.com']);
  });

  it('asks back when several fit, and the form that is sent again names the one', async () => {
    addPerson('Ben Stone', 'ben.stone@contoso.com');
    const form = checked(await ada.say('start Budget in Finance with Ben: The text'));
    assert.match(form.text, /Several people are called “Ben”/);
    assert.equal(inputOf(form, 'people')?.['value'], 'Ben');
    assert.equal(inputOf(form, 'body')?.['value'], 'The text');
    const picker = inputOf(form, 'peopleIds') as { choices: { value: string }[] };
    assert.deepEqual(picker.choices.map(({ value }) => value).sort(), [
      'ben.stone@contoso.com',
      'ben@contoso.com',
    ]);
    const group = bot.group('Finance').id;
    const inputs = { groupId: group, topic: 'Budget', body: 'The text', people: 'Ben' };
    const receipt = await ada.post(form, { ...inputs, peopleIds: 'ben.stone@contoso.com' });
    assert.match(checked(receipt).text, /Conversation started/);
    assert.deepEqual(added(), ['ben.stone@contoso.com']);
    assert.equal(bot.mail().length, 1);
  });

  it('says in the question that the members are told in Teams, and tells them once it is answered', async () => {
    const finance = bot.group('Finance');
    for (let count = 0; count < 100; count += 1)
      finance.memberIds.push(addPerson(`Person ${count}`, `person${count}@contoso.com`));
    const form = await ada.say('start Budget in Finance');
    const inputs = { groupId: finance.id, topic: 'Budget', body: 'The text', tellMembers: 'true' };
    const question = checked(await ada.post(form, inputs));
    assert.match(question.text, /102 members.*The group’s members are told in Teams as well/);
    const told = () => bot.chat('Ben').filter((each) => JSON.stringify(each).includes('Budget')).length;
    assert.equal(told(), 0);
    const press = everything(question.card).find(({ title }) => title === 'Post now')!;
    await ada.execute(
      'request.post-now',
      press['data'] as object as Record<string, unknown>,
      question.messageId,
    );
    await eventually('Ben is told', () => told() === 1);
  });

  it('says at the field that nobody is called so, and keeps everything', async () => {
    const form = checked(await ada.say('start Budget in Finance with Zoe: The text'));
    assert.match(form.text, /I found nobody called “Zoe”/);
    assert.equal(inputOf(form, 'people')?.['value'], 'Zoe');
    assert.equal(bot.mail().length, 0);
  });

  it('takes the ids of the people picker', async () => {
    const form = await ada.say('start');
    const picked = [bot.person('Ben').id, bot.person('Dana').id].join(',');
    const receipt = await ada.post(form, {
      ...{ groupId: bot.group('Finance').id, topic: 'Budget', body: 'x', people: '', peopleIds: picked },
    });
    assert.match(receipt.text, /Conversation started/);
    assert.deepEqual(added(), ['ben@contoso.com', 'dana@contoso.com']);
  });

  const mention = ({ teamsId, displayName }: ReturnType<Bot['person']>) => ({
    ...{ type: 'mention', text: `<at>${displayName}</at>`, mentioned: { id: teamsId, name: displayName } },
  });
  const mentioning = {
    text: 'start Budget in Finance with <at>Chika Okoro</at> <at>Ben Ray</at>: The text',
    textFormat: 'plain',
  };
  const entities = () => [mention(bot.person('Chika')), mention(bot.person('Ben'))];

  it('takes the addresses of mentions from the roster of the chat, also where a name alone would mean several', async () => {
    addPerson('Ben Ray', 'other.ben@contoso.com');
    const message = { ...mentioning, entities: entities() };
    await bot.deliver(bot.activities.of('message', bot.person('Ada'), message, 'groupChat'));
    assert.deepEqual(added(), ['chika@contoso.com', 'ben@contoso.com']);
  });

  it('looks up by name whom the roster does not know', async () => {
    await ada.say(mentioning.text, { entities: entities() });
    assert.deepEqual(added(), ['chika@contoso.com', 'ben@contoso.com']);
  });

  it('asks before a group of more than 100, posts once when told so, also after a restart', async () => {
    const finance = bot.group('Finance');
    for (let count = 0; count < 100; count += 1)
      finance.memberIds.push(addPerson(`Person ${count}`, `person${count}@contoso.com`));
    const question = checked(await ada.say('start Budget in Finance: The text'));
    assert.match(question.text, /Shall I post this\?.*Finance has 102 members/);
    assert.equal(bot.mail().length, 0);
    const press = everything(question.card).find(({ title }) => title === 'Post now');
    await bot.restart();
    const { data } = press as { data: Record<string, unknown> };
    await ada.execute('request.post-now', data, question.messageId);
    await ada.execute('request.post-now', data, question.messageId);
    assert.match(ada.cardOf(question.messageId).text, /Conversation started/);
    assert.equal(bot.mail().length, 1);
  });

  it('asks before people outside, guests among the members too, and discards', async () => {
    bot.group('Finance').memberIds.push(addPerson('Gus Guest', 'gus@example.org', { guest: true }));
    const question = checked(await ada.say('start Budget in Finance with eve@example.org: The text'));
    assert.match(question.text, /outside your organisation: 1\..*eve@example\.org/s);
    const press = everything(question.card).find(({ title }) => title === 'Discard');
    await ada.execute('request.discard', (press as { data: object }).data as never, question.messageId);
    assert.match(ada.cardOf(question.messageId).text, /Discarded/);
    assert.equal(bot.mail().length, 0);
  });

  it('searches conversations of the group that is chosen in the form, and offers what was typed', async () => {
    await ada.say('start Budget 2027 in Finance: x');
    await ada.say('start Travel in Finance: y');
    const search = async (queryText: string, data: object) => {
      const value = { queryText, dataset: 'conversations', queryOptions: { skip: 0, top: 15 }, data };
      const invoke = bot.activities.invoke(bot.person('Ada'), 'application/search', value);
      const { status, body } = await bot.deliver(invoke);
      assert.equal(status, 200);
      return (body as { value: { results: { title: string; value: string }[] } }).value.results;
    };
    const groupId = bot.group('Finance').id;
    const titles = async (text: string, data: object) => (await search(text, data)).map(({ title }) => title);
    assert.deepEqual((await titles('', { groupId })).sort(), ['Budget 2027', 'Travel']);
    assert.deepEqual(await titles('budg', { groupId }), ['Budget 2027', 'budg']);
    assert.deepEqual(await titles('Travel', { groupId }), ['Travel']);
    assert.deepEqual(await titles('Old topic', {}), ['Old topic']);
    assert.deepEqual(await titles('', {}), []);
    assert.deepEqual(await titles('', { groupId: 7 }), []);
  });
});
