import assert from 'node:assert/strict';
import { checkCard } from '../cards/check-card.ts';
import { createPerson } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** What a client set to German sends with each of its activities. */
const inGerman = { locale: 'de-DE', localTimezone: 'Europe/Berlin' };
const wait = {
  service: 'graph' as const,
  method: 'POST',
  when: 'before' as const,
  outcome: { status: 429, headers: { 'retry-after': '600' } },
};

/** Each turn and each receipt in the language of its person, whatever others in the same process read. */
describe('languages', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  afterEach(() => bot.stop());

  const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Thema', body: 'Der Text', people: '' });
  const lines = (name: string) => bot.chat(name).map(({ text }) => text);

  it('a form, its problems and its receipt are German', async () => {
    const ada = createPerson(bot, 'Ada', inGerman);
    const form = await ada.say('start');
    assert.match(form.text, /Unterhaltung beginnen.*Schreiben Sie die erste Nachricht/);
    const wrong = await ada.post(form, { ...inputs(), people: 'ben@' });
    assert.match(wrong.text, /Es wurde noch nichts veröffentlicht.*„ben@“ ist keine E-Mail-Adresse/);
    await ada.post(form, inputs());
    assert.match(ada.cardOf(form.messageId).text, /Unterhaltung begonnen.*In Outlook öffnen/);
    checkCard(form.card);
    checkCard(wrong.card);
    assert.equal(bot.mail().length, 1);
  });

  it('a command that cannot be carried out is refused in German', async () => {
    const ada = createPerson(bot, 'Ada', inGerman);
    const { text } = await ada.say('start "Thema" in "Keine Gruppe": Der Text');
    assert.match(text, /Es gibt keine Gruppe namens „Keine Gruppe“/);
    assert.match(
      (await ada.say('start "Thema in Finance: Der Text')).text,
      /Anführungszeichen bei .*"Thema in/,
    );
  });

  it('a receipt that comes later is in the language and the time of its request', async () => {
    bot.sandbox.faults.add(wait);
    const ada = createPerson(bot, 'Ada', inGerman);
    const { text } = await ada.say('start "Thema" in Finance: Der Text');
    assert.match(text, /Wartet auf Microsoft 365.*Nächster Versuch: \d+\. \S+, \d\d:\d\d ME(?:S)?Z\./);
  });

  it('asks to sign in, and says lines, in German', async () => {
    const ben = createPerson(bot, 'Ben', inGerman);
    await bot.deliver(bot.activities.message(bot.person('Ben'), 'sign in', inGerman));
    const content = bot.chat('Ben').at(-1)?.attachments[0]?.content as { text: string };
    assert.match(content.text, /^Melden Sie sich einmal an/);
    await bot.deliver(bot.activities.message(bot.person('Ben'), 'sign out', inGerman));
    assert.match(lines('Ben').at(-1) ?? '', /^Sie sind abgemeldet/);
    const { text } = await ben.execute('no.such.verb', {}, 'm1');
    assert.match(text, /älteren Karte/);
  });

  it('somebody else is answered in English in the same moment', async () => {
    await bot.signIn('Ben');
    const [german, english] = await Promise.all([
      createPerson(bot, 'Ada', inGerman).say('help'),
      createPerson(bot, 'Ben').say('help'),
    ]);
    assert.match(german.text, /Das kann ich/);
    assert.match(english.text, /What I can do/);
  });

  it('takes the language of the client where the activity names none, and English for one that is not there', async () => {
    const clientInfo = { type: 'clientInfo', locale: 'de-AT', timezone: 'Europe/Vienna' };
    const silent = { locale: undefined, localTimezone: undefined, entities: [clientInfo] };
    assert.match((await createPerson(bot, 'Ada', silent).say('help')).text, /Das kann ich/);
    for (const locale of ['fr-FR', 'no locale', null])
      assert.match(
        (await createPerson(bot, 'Ada', { locale, entities: [] }).say('help')).text,
        /What I can do/,
      );
  });
});
