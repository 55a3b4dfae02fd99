import assert from 'node:assert/strict';
import type { ShownCard } from './create-person.ts';
import { commandStage } from './command-stage.ts';

/** Mistakes in typed commands, as they are answered. */
describe('mistakes in commands', function () {
  this.timeout(20_000);
  const stage = commandStage();
  const { begin, posts, tell, lastText, mention, inChannel, inputs, readable } = stage;

  /** What the form says, without the escapes of its card. */
  const open = async (text: string): Promise<ShownCard> => {
    const form = await stage.ada.say(text);
    return { ...form, text: form.text.replaceAll('\\', '') };
  };

  it('open the form with what was typed, the place and the right way', async () => {
    const form = await open('start "x" in');
    assert.match(
      form.text,
      /Nothing follows “in” here: start "x" in➜. For example: start "x" in "Group": text/,
    );
    const unclosed = await open('start "Plan in Finance: The text');
    assert.match(unclosed.text, /never closed. For example: start "Plan" in "Finance": The text/);
    assert.equal(inputs(unclosed)['topic'], 'Plan');
    assert.equal(inputs(unclosed)['body'], 'The text');
    const noColon = await open('start "Plan" in "Finance" The text\nand more');
    assert.match(
      noColon.text,
      /A colon makes it certain. For example: start "Plan" in "Finance": The text and more/,
    );
    assert.equal(inputs(noColon)['body'], 'The text\nand more');
    const long = `start "${'Topic '.repeat(30)}" in "${'Group '.repeat(30)}" mit ${'ada@contoso.com, '.repeat(10)}: t`;
    assert.match((await open(long)).text, /For example: start "Topic .{200,}: t"/s);
    assert.equal(posts(), 0);
  });

  it('post nothing to the group of the chat that was meant for another', async () => {
    await tell('use "Finance"');
    for (const text of ['start "x" in: hello', 'start "x" "Legal": hello', 'start "x" im "Legal": hello']) {
      const form = await open(text);
      assert.match(form.text, /For example: start "x" in "(?:Legal|Group)": hello/);
      assert.equal(inputs(form)['groupId'], '');
    }
    const thread = await open('thread "x": hello');
    assert.match(thread.text, /The conversation is missing here/);
    assert.equal(posts(), 0);
  });

  it('are said in a line by commands that post nothing, which then do nothing', async () => {
    begin('Finance', 'Open', 'x');
    const wrong: [text: string, answer: RegExp][] = [
      ['recent "Finance', /never closed\. For example: recent "Finance"/],
      ['recent in', /Nothing follows “in”/],
      ['use "Finance" for everything', /do not understand what begins here.*use "Finance"/],
      ['use #0', /no number “#0”/],
      ['watch "Open" im Finance', /watch "Open" in "Finance"/],
      ['unwatch Finance"', /quote here.*unwatch "Finance"/],
    ];
    for (const [text, answer] of wrong) {
      await tell(text);
      assert.match(lastText('Ada').replaceAll('\\', ''), answer, text);
    }
    await tell('use');
    assert.match(lastText('Ada'), /uses no group yet/);
    const where = stage.bot.beginThread('Ada');
    await mention(where, 'recent "Finance');
    assert.match(readable(inChannel(where).at(-1)), /never closed/);
  });

  it('name a conversation that was watched without quotes, where no group is called so', async () => {
    await tell('watch Budget in Finance');
    assert.match(
      lastText('Ada').replaceAll('\\', ''),
      /no group called.*For example: watch "Budget" in "Finance"/,
    );
    await tell('watch Nowhere');
    assert.doesNotMatch(lastText('Ada'), /For example/);
  });

  it('lead to the help where others read, which says what is answered in private only', async () => {
    const where = stage.bot.beginThread('Ada');
    await mention(where, 'what is the weather?');
    assert.match(
      readable(inChannel(where).at(-1)),
      /do not know the command.*Type “help” to see what I can do/,
    );
    await mention(where, 'hilfe');
    assert.equal(readable(inChannel(where).at(-1)).match(/Only in our own chat/g)?.length, 3);
    assert.doesNotMatch((await stage.ada.say('help')).text, /Only in our own chat/);
  });
});
