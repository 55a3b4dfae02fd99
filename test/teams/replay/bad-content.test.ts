import assert from 'node:assert/strict';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** What cannot be posted: the person is told why, at the form that holds all they typed, and no mailbox holds anything. */
describe('content that cannot be posted', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  let ben: PersonAtBot;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    await bot.signIn('Ben');
    ada = createPerson(bot, 'Ada');
    ben = createPerson(bot, 'Ben');
    const open = bot.group('All Company');
    bot.sandbox.tenant.groups.push({
      ...open,
      id: 'dddddddd-0000-4000-8000-0000000000aa',
      displayName: 'Announcements',
      mail: 'announcements@contoso.com',
      resourceBehaviorOptions: ['AllowOnlyMembersToPost'],
      memberIds: [bot.person('Dana').id],
      ownerIds: [bot.person('Dana').id],
    });
  });
  after(() => bot.stop());
  beforeEach(() => bot.traffic.clear());
  afterEach(() => {
    assert.deepEqual(bot.mail(), []);
  });

  const graphPosts = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });
  const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' });

  it('an empty topic: in a command the form asks for it, in the form the field says so', async () => {
    for (const command of [
      'start "" in Finance: The text',
      'start "  " in "Finance": The text',
      'start in Finance: The text',
    ]) {
      const form = await ada.say(command);
      assert.match(form.text, /The text/, command);
      assert.match(form.text, /"id":"topic"/);
    }
    for (const topic of ['', '   ', ' \n\u00a0']) {
      const form = await ada.say('start');
      const answer = await ada.post(form, { ...inputs(), topic });
      assert.equal(answer.formId, form.formId, 'the same form again');
      assert.match(answer.text, /The conversation needs a topic/);
      assert.match(answer.text, /The text/);
    }
    assert.equal(graphPosts(), 0);
  });

  it('a topic over 255 characters', async () => {
    const topic = `${'Long '.repeat(51)}x`;
    assert.equal(topic.length, 256);
    for (const shown of [
      await ada.say(`start "${topic}" in Finance: The text`),
      await ada.post(await ada.say('start'), { ...inputs(), topic }),
    ]) {
      assert.match(shown.text, /The topic has 256 characters; at most 255 fit/);
      assert.ok(shown.text.includes(topic), 'nothing is cut');
    }
    assert.equal(graphPosts(), 0);
  });

  it('a body over the limit stays kept where no card can hold it', async () => {
    const body = `beginning ${'x'.repeat(120_000)}`;
    const form = await ada.say(`start "Long" in Finance: ${body}`);
    assert.match(form.text, /too long to post \(120010 characters, 100000 fit\)/);
    assert.match(form.text, /beginning/);
    assert.ok(form.text.length < 60_000);
    // The field comes back empty, because the card did not carry it: what was typed counts.
    const kept = await ada.post(form, { ...inputs(), body: '' });
    assert.match(kept.text, /too long to post \(120010 characters/);
    const typed = await ada.post(await ada.say('start'), { ...inputs(), body });
    assert.match(typed.text, /too long to post \(120010 characters/);
    assert.equal(graphPosts(), 0);
  });

  it('an activity that is larger than any message is refused at the door', async () => {
    const huge = bot.activities.message(bot.person('Ada'), 'x'.repeat(300_000));
    const { status, body } = await bot.deliver(huge);
    assert.equal(status, 413);
    assert.doesNotMatch(JSON.stringify(body), /xxx/);
  });

  const groups: [what: string, who: () => PersonAtBot, group: string, sentence: RegExp][] = [
    ['no such group', () => ada, '"Nobody Here"', /There is no group called “Nobody Here” that you can see/],
    ['a near name', () => ada, 'Financ', /No group is called exactly “Financ”/],
    ['an address of no group', () => ada, 'nobody@contoso.com', /no group called “nobody@contoso.com”/],
    [
      'an id of no group',
      () => ada,
      '00000000-0000-4000-8000-000000000000',
      /The group that you chose is not there/,
    ],
    ['a security group', () => ada, '"Building Access"', /“Building Access” is not a Microsoft 365 group/],
    ['a private group of others', () => ada, 'Board', /does not let you post to Board/],
    [
      'members only, as somebody else',
      () => ben,
      '"Finance Leadership"',
      /does not let you post to Finance Leadership/,
    ],
    [
      'an open group where only members post',
      () => ada,
      'Announcements',
      /does not let you post to Announcements/,
    ],
  ];
  for (const [what, who, group, sentence] of groups) {
    it(`${what}: by command and by form`, async () => {
      const shown = await who().say(`start "Topic" in ${group}: The text`);
      assert.match(shown.text, sentence);
      assert.match(shown.text, /The text/);
      assert.notEqual(shown.formId, '', 'a form, to choose another one');
      const form = await who().say('start');
      const typed = group.replaceAll('"', '');
      const answer = await who().post(form, { ...inputs(), groupId: typed });
      assert.match(answer.text, sentence);
      assert.match(answer.text, /The text/);
      assert.notEqual(answer.formId, form.formId, 'the form was used up by the try');
    });
  }

  it('addresses that are none', async () => {
    for (const people of [
      'not@an-address',
      'ada@',
      '@contoso.com',
      'a b@contoso.com',
      '<>',
      'ada@contoso.com, ben@',
    ]) {
      const shown = await ada.say(`start "Topic" in Finance with ${people}: The text`);
      assert.match(shown.text, /is not a mail address/, people);
      const answer = await ada.post(await ada.say('start'), { ...inputs(), people });
      assert.match(answer.text, /is not a mail address/, people);
      assert.match(answer.text, /The text/);
    }
    assert.equal(graphPosts(), 0);
  });

  it('200 people', async () => {
    const people = Array.from({ length: 200 }, (_, number) => `person${number}@contoso.com`).join(', ');
    for (const shown of [
      await ada.say(`start "Topic" in Finance with ${people}: The text`),
      await ada.post(await ada.say('start'), { ...inputs(), people }),
    ]) {
      assert.match(shown.text, /200 people are too many for one conversation; at most 100/);
      assert.match(shown.text, /person199@contoso\.com/);
    }
    assert.equal(graphPosts(), 0);
  });

  it('unbalanced quotes post nothing, and say where', async () => {
    const commands = [
      'start "Topic in Finance: The text',
      'start “Topic in “Finance”: The text',
      'start „Topic in Finance: The text',
      'start "Topic" in "Finance: The text',
      'start «Topic in Finance: The text',
    ];
    for (const command of commands) {
      const shown = await ada.say(command);
      assert.match(shown.text, /is never closed/, command);
      assert.match(shown.text, /The text/, command);
      assert.doesNotMatch(shown.text, /"color":"attention"/, 'said, not scolded');
      assert.notEqual(shown.formId, '');
    }
    assert.equal(graphPosts(), 0);
  });

  it('a thread without its conversation', async () => {
    const shown = await ada.say('thread "Topic" in Finance: The text');
    assert.match(shown.text, /"id":"conversationId"/);
    const answer = await ada.post(shown, { ...inputs(), conversationId: '' });
    assert.match(answer.text, /No conversation was named/);
    assert.match(answer.text, /Choose the conversation, or type its topic/);
    const unknown = await ada.say('thread "Topic" in Finance / "Nothing": The text');
    assert.match(unknown.text, /no conversation “Nothing” in Finance/);
    assert.equal(graphPosts(), 0);
  });

  it('a message without an id opens the form instead of posting, each time its own', async () => {
    const command = 'start "Topic" in Finance: The text';
    const first = await ada.say(command, { id: undefined });
    const second = await ada.say(command, { id: undefined });
    for (const { text, formId } of [first, second]) {
      assert.match(text, /The text/);
      assert.notEqual(formId, '');
    }
    assert.notEqual(first.formId, second.formId);
    assert.equal(graphPosts(), 0);
  });
});
