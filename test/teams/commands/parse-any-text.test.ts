import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { ThreadCommand } from '../../../src/teams/commands/command.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';

function thread(text: string): ThreadCommand {
  const command = parseCommand(text);
  assert.equal(command.kind, 'thread', text);
  return command;
}

describe('parseCommand, of any text', () => {
  const styles = ['""', "''", '“”', '„“', '„”', '””', '«»', '»«', '‹›', '›‹', '‘’', '‚‘', '’’'].map(
    (style): [string, string] => [style.charAt(0), style.charAt(1)],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60, size: 'max' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'in',
        'with',
        ' ',
        ':',
        '"',
        "'",
        '“',
        '”',
        '/',
        '😀',
        'שלום',
        '\r\n',
        '\n',
        '@',
        '&nbsp;',
      ),
      maxLength: 30,
      size: 'max',
    }),
  );
  const part = ([open, close]: [string, string]) =>
    anyText
      .map((text) =>
        text
          .replace(/[\r\n\u2028\u2029]/g, ' ')
          .replaceAll(open, '')
          .replaceAll(close, ''),
      )
      // Look-alikes of the same family can close or nest too.
      .map((text) => text.replace(/["'“”„«»‹›‘’‚]/g, (quote) => (sameFamily(quote, open) ? '' : quote)))
      .map((text) => `x${text}y`);
  const sameFamily = (a: string, b: string) =>
    ['"', "'", '“”„', '«»', '‹›', '‘’‚'].some((family) => family.includes(a) && family.includes(b));
  const rendered = fc
    .tuple(fc.constantFrom(...styles), fc.constantFrom(...styles), fc.constantFrom(...styles), anyText)
    .chain(([a, b, c, body]) =>
      fc.record({
        styles: fc.constant([a, b, c]),
        topic: part(a),
        group: part(b),
        conversation: part(c),
        body: fc.constant(body),
      }),
    );

  it('gives back what was rendered, in every quote style, with the body exactly', () => {
    fc.assert(
      fc.property(
        rendered,
        fc.boolean(),
        ({ styles: [a, b, c], topic, group, conversation, body }, peopleFirst) => {
          assert.ok(a && b && c);
          const people = ' with ada@contoso.com, "Ray, Ben: in" <ben@contoso.com>';
          const where = ` in ${b[0]}${group}${b[1]} / ${c[0]}${conversation}${c[1]}`;
          const head = `${a[0]}${topic}${a[1]}${peopleFirst ? people + where : where + people}`;
          const command = thread(`thread ${head}:\n${body}`);
          assert.deepEqual(
            [
              command.topic,
              command.group,
              command.conversation,
              command.people,
              command.body,
              command.problem,
            ],
            [topic, group, conversation, people.slice(6), body, undefined],
          );
          const onOneLine = thread(`thread ${head}: !${body}`);
          assert.equal(onOneLine.body, `!${body}`);
        },
      ),
      { seed: 20261120, numRuns: 600 },
    );
  });

  it('never throws, and never loses a character of what is no command', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('', 'start ', 'thread ', 'new', 'help ', 'start "', 'strat '),
        (text, word) => {
          const command = parseCommand(word + text);
          if (command.kind === 'unknown') assert.equal(command.text, word + text);
          if (command.kind === 'start' || command.kind === 'thread')
            assert.ok((word + text).endsWith(command.body));
        },
      ),
      { seed: 20261120, numRuns: 1500 },
    );
  });

  it('keeps every letter of an unquoted command in one of its parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = parseCommand(`start ${text}`);
        if (command.kind !== 'start') return;
        const parts = [command.topic, command.group, command.people, command.body].join('');
        const letters = (from: string) =>
          from.replace(/&nbsp;|\b(?:in|with|conversation)\b/gi, '').match(/\p{L}/gu)?.length ?? 0;
        assert.ok(letters(parts) >= letters(text), parts);
      }),
      { seed: 20261120, numRuns: 600 },
    );
  });

  const long: [title: string, text: string][] = [
    ['body', `start "T" in "G": ${'"in with: a/ '.repeat(16_000)}`],
    ['unquoted head', `start ${'in with a@b, '.repeat(16_000)}`],
    ['openers', `start ${'"a '.repeat(70_000)}`],
    ['low openers', `start ${'in „'.repeat(50_000)}`],
    ['spaces', `start ${' '.repeat(200_000)}`],
    ['&nbsp;', `start in ${'&nbsp;'.repeat(35_000)}x`],
    ['colons', `start a in b ${'1:1'.repeat(70_000)}`],
    ['uncertain colons', `start a in b${':c'.repeat(100_000)}`],
    ['slashes', `thread a in b ${'/'.repeat(200_000)}`],
    ['line breaks', `start\n${'\r'.repeat(200_000)}`],
    ['no command', 'x'.repeat(200_000)],
    ['help', `help ${'!'.repeat(200_000)}`],
    ['empty quotes and times', `start ${'"" at '.repeat(33_000)}`],
    ['quotes and times', `start x in y ${'with "a" at b '.repeat(15_000)}: t`],
    ['words behind quotes', `start "x" in "y" ${'and "z" '.repeat(25_000)}: t`],
    ['spaces and times', `start "x"${' '.repeat(100_000)}${'at '.repeat(30_000)}: t`],
    ['apostrophes', `start ,,${"'".repeat(200_000)}y": t`],
    ['quotes', `start x in ${'"'.repeat(200_000)}`],
  ];
  for (const [title, text] of long) {
    it(`reads 200 KB of ${title} in linear time`, () => {
      const begun = process.cpuUsage();
      parseCommand(text);
      const { user, system } = process.cpuUsage(begun);
      // Some tens of milliseconds on an idle machine; reading every rest again for every character would take minutes.
      assert.ok(user + system < 2_000_000, `${(user + system) / 1_000} ms`);
    });
  }
});
