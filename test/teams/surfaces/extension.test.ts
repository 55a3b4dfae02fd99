import assert from 'node:assert/strict';
import { startBot, type Bot } from '../replay/start-bot.ts';

const post = 'Post to the group';

describe('the message extension', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  afterEach(() => bot.stop());

  const dialogs = () => bot.client('Ada').dialogs;
  const inputs = (topic: string) => ({ groupId: bot.group('Finance').id, topic });
  const textOf = (shown: unknown) => JSON.stringify(shown).replaceAll(/[\u2060\u2066-\u2069]/g, '');
  const seed = (group: string, topic: string) =>
    bot.sandbox.graph.mailboxes.createConversation(bot.group(group).id, {
      topic,
      post: {
        sender: { name: 'Ben Ray', address: 'ben@contoso.com' },
        body: { contentType: 'text', content: 'Secret figures' },
      },
    });
  async function search(text: string, place: { chat?: string } = { chat: 'Launch' }) {
    const at = bot.client('Ada').placeOf(place);
    const found = await dialogs().search({ commandId: 'searchConversations', place: at }, text);
    assert.ok(found.kind === 'results', textOf(found));
    return found.results;
  }

  it('starts a conversation from a message: quoted, with its author and link; the receipt goes to the personal chat', async () => {
    const { messageId } = await bot
      .client('Ben')
      .send('Launch', 'Cut-off is Friday\n<b>not</b> Thursday', { mention: false });
    const place = bot.client('Ada').placeOf({ messageId });
    const opened = await dialogs().run({ commandId: 'startFromMessage', place });
    assert.ok(opened.kind === 'dialog');
    const card = textOf(opened.dialog.card);
    assert.match(card, /"id":"topic"[^}]*"value":"Cut-off is Friday"/);
    assert.match(
      card,
      /Ben Ray wrote:\\n\\n> Cut-off is Friday\\n> \\n> <b>not<\/b> Thursday\\n\\n\[Open the message in Teams\]\(<https:\/\/teams/,
    );
    const before = bot.sandbox.channel.messages.list(place.chat.id).length;
    const sent = await dialogs().submit(post, inputs('Cut-off'));
    assert.deepEqual(sent, {
      kind: 'closed',
      text: 'Conversation started – the receipt is in your chat with me.',
    });
    const [conversation] = bot.conversations('Finance');
    assert.match(conversation!.threads[0]!.posts[0]!.body.content, /Ben Ray wrote/);
    assert.match(
      textOf(bot.client('Ada').messages('personal').at(-1)?.cards),
      /Conversation started.*Cut-off/,
    );
    assert.equal(bot.sandbox.channel.messages.list(place.chat.id).length, before);
  });

  it('quotes nothing of a message that is a card alone', async () => {
    await bot.client('Ada').send('personal', 'help');
    const { id } = bot.client('Ada').messages('personal').at(-1)!;
    const place = bot.client('Ada').placeOf({ messageId: id });
    const opened = await dialogs().run({ commandId: 'startFromMessage', place });
    assert.ok(opened.kind === 'dialog');
    assert.match(
      textOf(opened.dialog.card),
      /"value":"\[Open the message in Teams\]\(<https:\/\/teams\.microsoft\.com/,
    );
    dialogs().close();
  });

  for (const place of [{ chat: 'Month end' }, {}]) {
    it(`starts one while composing ${place.chat === undefined ? 'in Outlook' : 'in Teams'}, once for its form`, async () => {
      const command = { commandId: 'startConversation', place: bot.client('Ada').placeOf(place) };
      const opened = await dialogs().run(command);
      assert.ok(opened.kind === 'dialog');
      const submission = { ...inputs('Composed'), body: 'The text', people: '' };
      const missing = await dialogs().submit(post, { ...submission, people: 'nobody@' });
      assert.match(textOf(missing), /is not a mail address/);
      await Promise.all([dialogs().submit(post, submission), dialogs().submit(post, submission)]);
      assert.equal(bot.mail().length, 1);
      assert.match(textOf(bot.client('Ada').messages('personal').at(-1)?.cards), /Conversation started/);
    });
  }

  it('says so to somebody who has not added the app, and posts all the same', async () => {
    await bot.signIn('Ben');
    const { installations } = bot.sandbox.channel;
    installations.uninstall(bot.person('Chika').id);
    bot.sandbox.entra.consents.grant(bot.person('Chika').id);
    const client = bot.client('Chika');
    await client.dialogs.run({
      commandId: 'startConversation',
      place: client.placeOf({ chat: 'Month end' }),
    });
    const sent = await client.dialogs.submit(post, {
      groupId: bot.group('All Company').id,
      topic: 'Hello',
      body: 'The text',
    });
    assert.ok(sent.kind === 'dialog');
    assert.equal(sent.dialog.title, 'Conversation started');
    assert.match(textOf(sent.dialog.card), /open Apps, search for Kickoff and choose Add/);
    assert.equal(bot.mail().length, 1);
  });

  it('searches the person’s own groups by topic or by group, newest first', async () => {
    for (const [group, topic] of [
      ['Finance', 'Quarter close'],
      ['Project Aurora', 'Quarter plan'],
      ['Board', 'Quarter secrets'],
      ['Finance', 'Invoices'],
    ] as const)
      seed(group, topic);
    const titles = async (text: string) =>
      (await search(text)).map(({ title }) => textOf(title).slice(1, -1));
    assert.deepEqual(new Set(await titles('quarter')), new Set(['Quarter close', 'Quarter plan']));
    assert.deepEqual(new Set(await titles('finance')), new Set(['Quarter close', 'Invoices']));
    assert.equal((await titles('')).length, 3);
    const place = bot.client('Ada').placeOf({ chat: 'Launch' });
    const none = await dialogs().search({ commandId: 'searchConversations', place }, 'zebra');
    assert.ok(none.kind === 'message');
    assert.match(none.text, /found no conversation/);
  });

  it('inserts a card that shows no text of the mailbox, and in Outlook one that Outlook takes', async () => {
    seed('Finance', 'Quarter close');
    const [inTeams] = await search('quarter');
    const [inOutlook] = await search('quarter', {});
    assert.equal(inTeams?.card['version'], '1.5');
    assert.equal(inOutlook?.card['version'], '1.4');
    for (const result of [inTeams, inOutlook]) {
      const card = textOf(result?.card);
      assert.match(card, /Quarter close/);
      assert.doesNotMatch(card, /Secret figures/);
      assert.match(textOf(result?.text), /Secret figures/);
      assert.deepEqual(card.match(/"Action\.\w+"/g), ['"Action.OpenUrl"']);
    }
  });

  it('says when only some of the groups were searched', async () => {
    seed('Finance', 'Quarter close');
    bot.sandbox.faults.add({
      service: 'graph',
      path: new RegExp(`${bot.group('All Company').id}/conversations`),
      when: 'before',
      outcome: { status: 503 },
    });
    const results = await search('quarter');
    assert.equal(results.length, 2);
    assert.match(textOf(results[1]?.title), /I searched 3 of your 4 groups/);
  });

  it('in a chat of two people is not taken for the chat with the bot', async () => {
    const activity = bot.activities.invoke(bot.person('Ada'), 'composeExtension/query', {
      commandId: 'searchConversations',
      parameters: [{ name: 'q', value: 'x' }],
    });
    const id = '19:aaaa_bbbb@unq.gbl.spaces';
    await bot.deliver({ ...activity, conversation: { ...(activity['conversation'] as object), id } });
    const command = { commandId: 'startConversation', place: bot.client('Ada').placeOf({ chat: 'Launch' }) };
    await dialogs().run(command);
    await dialogs().submit(post, { ...inputs('Where'), body: 'The text' });
    assert.match(textOf(bot.client('Ada').messages('personal').at(-1)?.cards), /Where/);
  });
});
