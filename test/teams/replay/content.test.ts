import assert from 'node:assert/strict';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const command = 'start "Topic" in Finance: ';
const escaped = 'start &quot;Topic&quot; in Finance: ';

/** What people put into a text besides words, from the Teams client to the mailbox. */
describe('rich text, previews and files', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  after(() => bot.stop());
  beforeEach(() => {
    bot.sandbox.faults.clear();
    for (const { id } of bot.conversations('Finance'))
      bot.sandbox.graph.mailboxes.remove(bot.group('Finance').id, id);
  });

  const posts = () =>
    bot.conversations('Finance').flatMap(({ threads }) => threads.flatMap(({ posts }) => posts));
  const onlyPost = () => {
    const all = posts();
    assert.equal(all.length, 1);
    return all[0]!;
  };
  const send = (text: string, content: object = {}) => bot.client('Ada').send('personal', text, content);

  it('posts a rich message as HTML, and a plain one as text', async () => {
    await send(`${command}Please read`, { html: `<p>${escaped}Please <strong>read</strong></p>` });
    assert.deepEqual(onlyPost().body, {
      contentType: 'html',
      content: '<p>Please <strong>read</strong></p>',
    });
    await send(`${command}Plain  text`);
    assert.deepEqual(posts()[0]?.body, { contentType: 'text', content: 'Plain  text' });
  });

  it('writes mentions as names', async () => {
    const mentioned = { id: bot.person('Ben').teamsId, name: 'Ben Ray' };
    await ada.say(`${command}ask <at>Ben Ray</at> first`, {
      entities: [{ type: 'mention', text: '<at>Ben Ray</at>', mentioned }],
      attachments: [
        { contentType: 'text/html', content: `<p>${escaped}ask <at id="0">Ben Ray</at> first</p>` },
      ],
    });
    assert.equal(onlyPost().body.content, 'ask Ben Ray first');
  });

  it('renders the Markdown of a form, and leaves other text as it was typed', async () => {
    const inputs = { groupId: bot.group('Finance').id, topic: 'Form', body: '**b**\n\n- x', people: '' };
    await ada.post(await ada.say('start'), inputs);
    assert.match(onlyPost().body.content, /^<p><strong>b<\/strong><\/p>\s*<ul>/);
    await ada.post(await ada.say('start'), { ...inputs, body: 'C:\\*.txt or 4_5' });
    assert.deepEqual(posts()[0]?.body, { contentType: 'text', content: 'C:\\*.txt or 4_5' });
  });

  it('shows a preview that can be posted once, or changed', async () => {
    const form = await ada.say('start');
    const inputs = { groupId: bot.group('Finance').id, topic: 'Seen', body: 'A **bold** word', people: '' };
    const data = { formId: form.formId, ...inputs };
    const preview = await ada.execute('form.preview', data, form.messageId);
    assert.match(preview.text, /This is what Outlook will show/);
    assert.match(preview.text, /"text":"bold","weight":"bolder"/);
    assert.match(preview.text, /"text":"Finance"/, preview.text.slice(400, 1500));
    assert.deepEqual(posts(), []);
    const changed = await ada.execute('form.change', { formId: form.formId }, form.messageId);
    assert.match(changed.text, /A \*\*bold\*\* word/);
    const empty = await ada.execute('form.preview', { ...data, body: '' }, form.messageId);
    assert.match(empty.text, /There is no text to post yet/);
    await ada.execute('form.preview', data, form.messageId);
    await ada.execute('conversation.post', { formId: form.formId }, form.messageId);
    const again = await ada.execute('conversation.post', data, form.messageId);
    assert.match(again.text, /Conversation started/);
    assert.equal(onlyPost().body.content, '<p>A <strong>bold</strong> word</p>');
    assert.match((await ada.execute('form.preview', data, form.messageId)).text, /Conversation started/);
  });

  it('posts a file and a picture along with the text', async () => {
    await send(`${command}See this`, {
      html: `<p>${escaped}See <b>this</b></p><p><img data-picture="0"></p>`,
      pictures: [{ name: 'p', bytes: png }],
      files: [{ name: 'plan.pdf', bytes: Buffer.from('the plan') }],
    });
    const { body, attachments } = onlyPost();
    const [picture, file] = attachments;
    assert.equal(attachments.length, 2);
    assert.equal(
      body.content,
      `<p>See <b>this</b></p><p><img src="cid:${picture?.contentId}" alt="image" /></p>`,
    );
    assert.deepEqual(
      [picture?.isInline, picture?.contentType, picture?.size],
      [true, 'image/png', png.length],
    );
    assert.deepEqual([file?.isInline, file?.contentType, file?.name], [false, 'application/pdf', 'plan.pdf']);
    assert.equal(Buffer.from(file?.contentBytes ?? '', 'base64').toString(), 'the plan');
    assert.match(ada.newest().text, /plan\.pdf \(8 bytes\)/);
  });

  it('links to what is too large, and says so', async () => {
    await send(`${command}Large`, { files: [{ name: 'film.mp4', bytes: Buffer.alloc(2_500_001) }] });
    const { body, attachments } = onlyPost();
    assert.deepEqual(attachments, []);
    assert.match(body.content, /^Large\n\n📎 film\.mp4\nhttps:\/\/.*film\.mp4$/);
    assert.match(ada.newest().text, /film\.mp4 is too large to go with the text, so the text has a link/);
  });

  it('posts the text without a file that cannot be had, and names it', async () => {
    const file = (name: string, downloadUrl: string) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl, uniqueId: name, fileType: '' },
    });
    await ada.say(`${command}Only text`, {
      attachments: [
        file('a.txt', 'https://evil.example/a'),
        file('b.txt', `${bot.sandbox.cloudOrigin}/download/gone`),
        file('c.txt', 'http://localhost/c'),
      ],
    });
    assert.deepEqual([onlyPost().body.content, onlyPost().attachments], ['Only text', []]);
    const { text } = ada.newest();
    assert.match(text, /Conversation started/);
    assert.match(text, /“a\.txt” is kept at evil\.example/);
    assert.match(text, /“b\.txt” could not be fetched/);
    assert.match(text, /“c\.txt” is kept at localhost/);
    assert.equal(bot.traffic.count({ service: 'graph', method: 'POST', path: /evil/ }), 0);
  });

  it('keeps a file for the form that a command without a group opens', async () => {
    await send('start "Later": with a file', {
      html: '<p>start "Later": <u>with</u> a file</p>',
      files: [{ name: 'notes.txt', bytes: Buffer.from('notes') }],
    });
    const form = ada.newest();
    assert.match(form.text, /notes\.txt \(5 bytes\)/);
    assert.match(form.text, /underlines, pictures and joined cells are lost/);
    const inputs = { groupId: bot.group('Finance').id, topic: 'Later', body: 'with a file', people: '' };
    await ada.post(form, inputs);
    assert.deepEqual(
      onlyPost().attachments.map(({ name }) => name),
      ['notes.txt'],
    );
  });

  it('asks whether the same text was meant twice only if the files are the same', async () => {
    const files = (text: string) => ({ files: [{ name: 'same.txt', bytes: Buffer.from(text) }] });
    await send(`${command}Twice`, files('one'));
    await send(`${command}Twice`, files('one'));
    assert.equal(posts().length, 1);
    const { messageId, card, text } = ada.newest();
    assert.match(text, /You have just sent me this/);
    const { requestId } = JSON.parse(/"data":(\{"requestId":[^}]*\})/.exec(JSON.stringify(card))![1]!) as {
      requestId: string;
    };
    await ada.execute('request.again', { requestId }, messageId);
    assert.deepEqual(
      posts().map(({ attachments }) => attachments.length),
      [1, 1],
    );
    await send(`${command}Twice`, files('two'));
    assert.equal(posts().length, 3);
  });

  it('keeps the file over a restart between acceptance and posting, whatever becomes of its address', async () => {
    const { contentUrl, downloadUrl } = bot.sandbox.channel.files.share({
      name: 'kept.txt',
      bytes: Buffer.from('kept'),
    });
    const message = bot.activities.message(bot.person('Ben'), `${command}After the restart`, {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          contentUrl,
          name: 'kept.txt',
          content: { downloadUrl, uniqueId: '1', fileType: 'txt' },
        },
      ],
    });
    assert.equal((await bot.deliver(message)).status, 200);
    assert.deepEqual(posts(), [], 'Ben is not signed in yet');
    await bot.restart();
    bot.sandbox.faults.add({ path: /^\/download\//, when: 'before', outcome: { status: 404 } });
    await bot.signIn('Ben');
    const [file] = (await nextPost()).attachments;
    assert.equal(Buffer.from(file?.contentBytes ?? '', 'base64').toString(), 'kept');
  });

  /** The post that goes on by itself. */
  async function nextPost() {
    const { mailboxes } = bot.sandbox.graph;
    let stop = (): void => {};
    await new Promise<void>((resolve) => {
      stop = mailboxes.onChange(() => resolve());
      if (posts().length > 0) resolve();
    });
    stop();
    return onlyPost();
  }
});
