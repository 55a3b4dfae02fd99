import assert from 'node:assert/strict';

import fc from 'fast-check';

import { cleanMessageText } from '../../../src/teams/commands/clean-message-text.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';

const botMentions = ['<at>Kickoff Bot</at>'];
const clean = (text: string) => cleanMessageText({ text, botMentions });

describe('cleanMessageText', () => {
  it('removes the bot’s mention with the &nbsp; behind it and the line break at the end', () => {
    assert.equal(
      clean('<at>Kickoff Bot</at>&nbsp;new finance-all@contoso.example \n'),
      'new finance-all@contoso.example ',
    );
    assert.equal(clean('<at>Kickoff Bot</at> help\r\n'), 'help');
  });

  it('knows the mention in its variants, and several of them', () => {
    for (const mention of [
      '<at>Kickoff Bot</at>',
      '<at id="0">Kickoff&nbsp;Bot</at>',
      '<AT>kickoff bot</AT>,',
      '<at>Kickoff Bot</at>&nbsp;<at>Kickoff Bot</at>:',
      '\u200b <at>Kickoff Bot</at>\n',
    ]) {
      assert.equal(clean(`${mention} start x`), 'start x', mention);
    }
    assert.equal(
      cleanMessageText({ text: '<at>K</at> hi', botMentions: ['<at>x</at>', '<at>K</at>'] }),
      'hi',
    );
  });

  it('keeps mentions of others, and of the bot further on', () => {
    for (const text of [
      '<at>Ada</at> start x',
      'start x <at>Kickoff Bot</at>',
      '<at></at> x',
      '<at>Kickoff Bot',
    ]) {
      assert.equal(clean(text), text);
      assert.equal(cleanMessageText({ text, botMentions: ['', '<at></at>'] }), text);
    }
    assert.equal(clean('<at>Kickoff Bot</at> <at>Ada</at> x'), '<at>Ada</at> x');
  });

  it('changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        assert.equal(clean(`<at>Kickoff Bot</at>&nbsp;start T in G:\n${body}\n`), `start T in G:\n${body}`);
        assert.equal(clean(`  ${body}x`), `  ${body}x`);
        const command = parseCommand(clean(`<at>Kickoff Bot</at>&nbsp;start T in G:\n${body}\n`));
        assert.equal(command.kind === 'start' && command.body, body);
      }),
      { seed: 20261120 },
    );
  });

  it('takes no time for 200 KB', () => {
    const begun = performance.now();
    for (const text of ['<at '.repeat(50_000), '<at>Kickoff Bot</at>'.repeat(10_000), '\n'.repeat(200_000)]) {
      clean(text);
    }
    assert.ok(performance.now() - begun < 300);
  });
});
