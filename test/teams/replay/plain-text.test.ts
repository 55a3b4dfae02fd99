import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Text that came in plain stays so on its way through a form, whatever Markdown would read in it. */
describe('plain text that opens a form', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  let count = 0;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  after(() => bot.stop());
  beforeEach(() => removeAll());

  function removeAll(): void {
    for (const { id } of bot.conversations('Finance'))
      bot.sandbox.graph.mailboxes.remove(bot.group('Finance').id, id);
  }
  const posted = () => bot.conversations('Finance')[0]?.threads[0]?.posts[0]?.body;

  /** What the form holds, as a client sends it back untouched. */
  function inputsOf({ card }: ShownCard): Record<string, unknown> {
    const inputs = everything(card).filter(
      ({ id, type }) => id !== undefined && String(type).startsWith('Input.'),
    );
    return Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? '']));
  }
  const open = (text: string) => ada.say(`start "Topic ${++count}":\n${text}`);
  const filled = (form: ShownCard): Record<string, unknown> => ({
    ...inputsOf(form),
    groupId: bot.group('Finance').id,
  });

  const line = fc.oneof(
    fc.constantFrom(...['# Title', '1. one', '- x', '* y', '> said', '---', '===', '| a | b |', '|---|---|']),
    fc.constantFrom(
      ...['    code', '\tcode', '```', '**b** _i_', '`c`', '[a](https://x.example)', '![i](cid:x)', ''],
    ),
    fc.constantFrom(
      ...['C:\\*.txt', '\\*no\\*', '&amp; <b>', 'a  b', '2 * 3 * 4', 'x_y_z', '~~s~~', '{{DATE(x)}}'],
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')),
  );
  const texts = fc
    .tuple(fc.constantFrom('Begins', '*b*', '1. one'), fc.array(line, { maxLength: 6 }), fc.constant('ends'))
    .map(([first, lines, last]) => [first, ...lines, last].join('\n'));
  const ways = fc.constantFrom('post', 'preview', 'dialog breaks', 'refused');

  it('arrives as the same text when it is posted unchanged, on every way', async () => {
    const property = fc.asyncProperty(texts, ways, async (text, way) => {
      removeAll();
      let form = await open(text);
      let inputs = filled(form);
      assert.equal(inputs['body'], text);
      if (way === 'preview') {
        const data = { ...inputs, formId: form.formId };
        await ada.execute('form.preview', data, form.messageId);
        await ada.execute('conversation.post', { formId: form.formId }, form.messageId);
      } else {
        if (way === 'refused') {
          form = await ada.post(form, { ...inputs, groupId: 'Nowhere at all' });
          assert.match(form.text, /no group called/);
          inputs = filled(form);
        }
        if (way === 'dialog breaks') inputs['body'] = text.replaceAll('\n', '\r\n');
        await ada.post(form, inputs);
      }
      const { contentType, content = '' } = posted() ?? {};
      assert.deepEqual(
        { contentType, content: content.replaceAll('\r\n', '\n') },
        { contentType: 'text', content: text },
      );
    });
    await fc.assert(property, { seed: 20_270_406, numRuns: 40 });
  });

  it('is read as Markdown as soon as its person changes it, and plain again when they change it back', async () => {
    const form = await open('**b** and *c*');
    const inputs = filled(form);
    const data = { ...inputs, formId: form.formId };
    const changed = await ada.execute('form.preview', { ...data, body: '**b** and *d*' }, form.messageId);
    assert.match(changed.text, /"text":"b","weight":"bolder"/);
    const back = await ada.execute('form.preview', data, form.messageId);
    assert.match(back.text, /\*\*b\*\* and \*c\*/);
    await ada.execute('conversation.post', { formId: form.formId }, form.messageId);
    assert.deepEqual(posted(), { contentType: 'text', content: '**b** and *c*' });
  });
});
