import assert from 'node:assert/strict';
import { submit } from '../../sandbox/entra/browse-authorize.ts';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

const posting = ['Group-Conversation.ReadWrite.All', 'Group.ReadWrite.All'];

describe('whoami and sign out', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  const lastLine = (name: string) => bot.chat(name).at(-1)?.text ?? '';

  it('says who is signed in and that everything is allowed', async () => {
    await bot.signIn('Ada');
    const { text } = await ada.say('who am I?');
    for (const part of ['Ada Vance', 'ada@contoso.com', bot.sandbox.tenant.id, 'What I may do as you'])
      assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /What I may not do/);
  });

  it('names what is missing, and the link in it is the way to get it', async () => {
    bot.sandbox.entra.consents.withdraw(bot.person('Ada').id, posting);
    await bot.signIn('Ada');
    const { text } = await ada.say('whoami');
    assert.match(text, /Missing: Group-Conversation\.ReadWrite\.All or Group\.ReadWrite\.All/);
    const link = /http:\/\/localhost:\d+\/[\w-]+\/adminconsent\?client_id=[\w-]+/.exec(text)?.[0] ?? '';
    const consent = await submit(link, await (await fetch(link)).text(), { decision: 'accept' });
    const end = await fetch(consent.headers.get('location') ?? '');
    assert.equal(end.status, 200);
    assert.match(await end.text(), /Kickoff uses what you granted from now on/);

    await bot.deliver(bot.activities.message(bot.person('Ada'), 'sign out'));
    await bot.signIn('Ada');
    assert.doesNotMatch((await ada.say('whoami')).text, /What I may not do/);
  });

  it('works without the optional permissions, and without the required one says how to get it', async () => {
    const { consents } = bot.sandbox.entra;
    consents.withdraw(bot.person('Ada').id);
    consents.grant(bot.person('Ada').id, ['Group-Conversation.ReadWrite.All', 'User.Read']);
    await bot.signIn('Ada');
    const id = bot.group('Finance').id;
    const posted = await ada.say(`start "Least" in "${id}": hello`);
    assert.match(posted.text, /Conversation started/);
    // Of the group nothing but its id is known, which says nothing to a person.
    assert.match(posted.text, /the one that you chose/);
    assert.equal(bot.conversations('Finance')[0]?.topic, 'Least');
    const { text } = await ada.say('whoami');
    assert.match(text, /What I may not do/);
    assert.match(text, /name a group by its id/);
  });

  it('says that nobody is signed in, and what to do', async () => {
    const { text } = await ada.say('whoami');
    assert.match(text, /You are not signed in/);
    assert.match(text, /Type “sign in”, then “whoami” again/);
  });

  it('tells it only in the personal chat', async () => {
    const where = bot.beginThread('Ada');
    await bot.deliver(bot.activities.mention(bot.person('Ada'), where, 'whoami'));
    const said = bot.sandbox.channel.messages.list(where.channel).at(-1);
    assert.match(said?.text ?? '', /in our own chat/);
    assert.equal(said?.attachments.length, 0);
  });

  it('forgets a person, and what is outstanding with them, and says what waits', async () => {
    await bot.signIn('Ada');
    const card = await bot.askForSignIn('Ada');
    const waits = bot.sandbox.faults;
    waits.add({ path: /\/conversations$/, when: 'before', outcome: { status: 429 } });
    await ada.say('start "Later" in "Finance": hello');
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'sign out'));
    assert.match(lastLine('Ada'), /You are signed out.*One of your texts waits until you sign in again/);

    const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ada').id);
    const value = { id: card, connectionName: '', token };
    const invoke = bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', value);
    assert.equal((await bot.deliver(invoke)).status, 412, 'the card of before is worth nothing');
    assert.match((await ada.say('whoami')).text, /You are not signed in/);
  });
});
