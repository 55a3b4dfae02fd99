import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Command, CommandProblem } from '../../../src/teams/commands/command.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';

function problemOf(command: Command): CommandProblem | undefined {
  return 'problem' in command ? command.problem : undefined;
}

/** What is typed, with `|` at the place that is named; the code; how it is written right. */
const mistakes: [typed: string, code: string, example: string][] = [
  // Words behind which something is missing.
  ['start "x" in|', 'nothing-follows', 'start "x" in "Group": text'],
  ['start "x" in|: hello', 'nothing-follows', 'start "x" in "Group": hello'],
  ['start x in|: hello', 'nothing-follows', 'start "x" in "Group": hello'],
  [
    'start "x" in| with ada@contoso.com: t',
    'nothing-follows',
    'start "x" in "Group" with ada@contoso.com: t',
  ],
  ['start "x" in| ""', 'nothing-follows', 'start "x" in "Group": text'],
  ['start "x" in "Finance" with|', 'nothing-follows', 'start "x" in "Finance": text'],
  ['start "x" in "Finance" with|: t', 'nothing-follows', 'start "x" in "Finance": t'],
  ['start x in Finance with|: t', 'nothing-follows', 'start "x" in "Finance": t'],
  ['start "x" in "Finance" at|', 'nothing-follows', 'start "x" in "Finance" at "Monday 9:00": text'],
  ['start "x" in "Finance" at|: t', 'nothing-follows', 'start "x" in "Finance" at "Monday 9:00": t'],
  ['start "x" in "Finance" at| "": t', 'nothing-follows', 'start "x" in "Finance" at "Monday 9:00": t'],
  ['start x in Finance at|: t', 'nothing-follows', 'start "x" in "Finance" at "Monday 9:00": t'],
  ['start "x" in #|: t', 'nothing-follows', 'start "x" in "Group": t'],
  ['thread "T" in "Finance" /|', 'nothing-follows', 'thread "T" in "Finance" / "Conversation": text'],
  ['thread "T" in "Finance" /|: t', 'nothing-follows', 'thread "T" in "Finance" / "Conversation": t'],
  ['thread "T" in| / "Budget": t', 'nothing-follows', 'thread "T" in "Group" / "Budget": t'],
  ['reply "x" in|', 'nothing-follows', 'reply "x" in "Group": text'],
  ['reply #|: t', 'nothing-follows', 'reply "Conversation" in "Group": t'],
  ['recent in|', 'nothing-follows', 'recent "Group"'],
  ['recent #|', 'nothing-follows', 'recent "Group"'],
  ['use in|:', 'nothing-follows', 'use "Group"'],
  ['watch "Budget" in|', 'nothing-follows', 'watch "Budget" in "Group"'],
  ['unwatch "Budget" in| ""', 'nothing-follows', 'unwatch "Budget" in "Group"'],
  // Quotes.
  ['start |"x in Finance: t', 'quote-not-closed', 'start "x" in "Finance": t'],
  ['start "x" in |„Finance: t', 'quote-not-closed', 'start "x" in "Finance": t'],
  ['start x|" in Finance: t', 'quote-unclear', 'start "x" in "Finance": t'],
  ['start "x" in Finance|“: t', 'quote-unclear', 'start "x" in "Finance": t'],
  ['start |,,x“ in Finance: t', 'quote-unclear', 'start "x" in "Finance": t'],
  ["start |''x'' in Finance: t", 'quote-unclear', 'start "x" in "Finance": t'],
  ['recent |"Finance', 'quote-not-closed', 'recent "Finance"'],
  ['use Finance|"', 'quote-unclear', 'use "Finance"'],
  ['watch "Budget" in |"Finance', 'quote-not-closed', 'watch "Budget" in "Finance"'],
  ['unwatch |„Finance', 'quote-not-closed', 'unwatch "Finance"'],
  // Words that belong to no part.
  ['start "x" in "Finance" |foo: t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" in #2 |please: t', 'words-unclear', 'start "x" in #2: t'],
  ['start "x" in "Finance" |--now: t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" |"Finance": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" |Finance: t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" |"y" in "Finance": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" |im "Finance": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" |into Finance: t', 'words-unclear', 'start "x" in "Finance": t'],
  [
    'start "x" in "Finance" |mit ada@contoso.com: t',
    'words-unclear',
    'start "x" in "Finance" with ada@contoso.com: t',
  ],
  [
    'start "x" in "Finance" |to ada@contoso.com: t',
    'words-unclear',
    'start "x" in "Finance" with ada@contoso.com: t',
  ],
  ['start "x" in "Finance" |um 9:00: t', 'words-unclear', 'start "x" in "Finance" at "9:00": t'],
  [
    'start "x" in "Finance" |tomorrow 9:00: t',
    'words-unclear',
    'start "x" in "Finance" at "tomorrow 9:00": t',
  ],
  ['start "x" in "Finance" |in "Legal": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" in "Finance" |about "y": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" at "9:00" in "Finance" |at "10:00": t', 'words-unclear', 'start "x" in "Finance" at "9:00": t'],
  [
    'start "x" in "Finance" |foo with ada@contoso.com: t',
    'words-unclear',
    'start "x" in "Finance" with ada@contoso.com: t',
  ],
  ['thread "T" in "Finance" / "Budget" |foo: t', 'words-unclear', 'thread "T" in "Finance" / "Budget": t'],
  ['thread "T" in "Finance" |"Budget": t', 'words-unclear', 'thread "T" in "Finance" / "Budget": t'],
  ['recent "Finance" |"Legal"', 'words-unclear', 'recent "Finance"'],
  ['recent "Finance" |with ada@contoso.com', 'words-unclear', 'recent "Finance"'],
  ['use #2 |please', 'words-unclear', 'use #2'],
  ['watch "Budget" |im Finance', 'words-unclear', 'watch "Budget" in "Finance"'],
  ['watch "Budget" in "Finance" |now', 'words-unclear', 'watch "Budget" in "Finance"'],
  // A text without its colon.
  ['start "x" in "Finance"| Hello all', 'text-unclear', 'start "x" in "Finance": Hello all'],
  ['start "x" in "Finance"| Am Montag um 9', 'text-unclear', 'start "x" in "Finance": Am Montag um 9'],
  ['start "x" in "Finance"| To all of you', 'text-unclear', 'start "x" in "Finance": To all of you'],
  ['start x in "Finance" with|', 'nothing-follows', 'start "x" in "Finance": text'],
  ['start "x" in "Finance" |and "Legal": t', 'words-unclear', 'start "x" in "Finance": t'],
  ['start "x" in #2| Hello all', 'text-unclear', 'start "x" in #2: Hello all'],
  ['thread "T" in "Finance" / "Budget"| Hello', 'text-unclear', 'thread "T" in "Finance" / "Budget": Hello'],
  ['reply "Budget" in "Finance"| Hello', 'text-unclear', 'reply "Budget" in "Finance": Hello'],
  ['reply #2|, fine', 'text-unclear', 'reply #2: fine'],
  // Numbers.
  ['start "x" in |#0: t', 'number-unclear', 'start "x" in "Group": t'],
  ['start "x" in |#1000: t', 'number-unclear', 'start "x" in "Group": t'],
  ['reply |#1000: t', 'number-unclear', 'reply "Conversation" in "Group": t'],
  ['reply #2 |in Finance: t', 'number-and-group', 'reply #2: t'],
  ['recent |#0', 'number-unclear', 'recent "Group"'],
  // Times.
  ['start "x" in "Finance" |at noonish: t', 'time-unclear', 'start "x" in "Finance" at "Monday 9:00": t'],
  [
    'start "x" in "Finance" |at 9:00 at 10:00: t',
    'time-unclear',
    'start "x" in "Finance" at "Monday 9:00": t',
  ],
];

describe('mistakes in commands', () => {
  for (const [marked, code, example] of mistakes) {
    const at = marked.indexOf('|');
    const typed = marked.slice(0, at) + marked.slice(at + 1);
    it(`are named where they are, with the right way: ${marked}`, () => {
      const command = parseCommand(typed);
      const problem = problemOf(command);
      assert.deepEqual([problem?.code, problem?.at, problem?.example], [code, at, example]);
      if ('complete' in command)
        assert.deepEqual([command.complete, command.completeButGroup ?? false], [false, false]);
      const right = parseCommand(example);
      assert.deepEqual([right.kind, problemOf(right)], [command.kind, undefined]);
    });
  }

  it('leave everything typed in the parts, without the quote that is too many', () => {
    const read = (typed: string) => {
      const command = parseCommand(typed);
      assert.ok('body' in command);
      return [command.topic, command.group, command.people, command.body];
    };
    assert.deepEqual(read('start "x in Finance: t'), ['x', 'Finance', '', 't']);
    assert.deepEqual(read('start "x" in “Finance: t'), ['x', 'Finance', '', 't']);
    assert.deepEqual(read('start "x" in "Finance" Hello all,\n\nbye'), [
      'x',
      'Finance',
      '',
      'Hello all,\n\nbye',
    ]);
    assert.deepEqual(read('start "x" in "Finance" foo: t'), ['x', '"Finance" foo', '', 't']);
  });

  const fine: [typed: string, parts: unknown[]][] = [
    ['start ＂x＂ in ＂Finance＂： t', ['x', 'Finance', undefined, '', 't']],
    ['ｓｔａｒｔ "x" in Finance: t', ['x', 'Finance', undefined, '', 't']],
    ['start "x" in ＃2: t', ['x', '＃2', 2, '', 't']],
    ['start "x" in #２: t', ['x', '#２', 2, '', 't']],
    ['start "x" in # 2: t', ['x', '# 2', 2, '', 't']],
    ['start "x", in "Finance", with ada@contoso.com: t', ['x', 'Finance', undefined, 'ada@contoso.com', 't']],
    [
      'start "x" in "Finance" with ada@contoso.com with ben@contoso.com: t',
      ['x', 'Finance', undefined, 'ada@contoso.com, ben@contoso.com', 't'],
    ],
    ['start 27" in Finance: t', ['27"', 'Finance', undefined, '', 't']],
    ['start "Best of" party in Finance: t', ['"Best of" party', 'Finance', undefined, '', 't']],
    ['start “x”\u00a0in\u202f“Finance”\u00a0: t', ['x', 'Finance', undefined, '', 't']],
  ];
  for (const [typed, parts] of fine) {
    it(`are not made of what can be read: ${typed}`, () => {
      const command = parseCommand(typed);
      assert.ok('body' in command);
      const { topic, group, groupNumber, people, body, problem, complete } = command;
      assert.deepEqual([topic, group, groupNumber, people, body], parts);
      assert.deepEqual([problem, complete], [undefined, true]);
    });
  }

  it('read a time behind any space and in full width', () => {
    for (const at of ['at&nbsp;"9:00"', 'at\u200b"9:00"', 'at »9:00«', 'at "９：００"', 'at＂9:00＂'])
      for (const before of ['with <at>Ben</at>&nbsp;', '']) {
        const command = parseCommand(`start "x" in "Finance" ${before}${at}: t`);
        assert.ok('plan' in command, `${before}${at}`);
        assert.deepEqual(command.plan, { day: { kind: 'next' }, hour: 9, minute: 0, second: 0 });
      }
  });

  it('suggest the command to those who type it in German', () => {
    const suggested = (typed: string) => {
      const command = parseCommand(typed);
      return command.kind === 'unknown' ? command.nearest : command;
    };
    assert.deepEqual(suggested('Hilfe!'), { kind: 'help' });
    assert.equal(suggested('neue Unterhaltung'), 'start');
    assert.equal(suggested('Starten: "Budget"'), 'start');
    assert.equal(suggested('antworten #2: ja'), 'reply');
    assert.equal(suggested('Gruppen'), 'groups');
    assert.equal(suggested('anmelden'), 'sign-in');
    assert.equal(suggested('abmelden'), 'sign-out');
    assert.equal(suggested('vergiss mich'), 'forget-me');
    assert.equal(suggested('Neuigkeiten von heute'), undefined);
  });

  const token = fc.constantFrom(
    ...[
      '"x"',
      '“y”',
      '„z',
      'q"',
      "''",
      ',,',
      'in',
      'im',
      'with',
      'mit',
      'at',
      'about',
      '"9:00"',
      '#2',
      '＃',
      '#0',
    ],
    ...['/', ',', ':', 'ada@contoso.com', 'word', '＂w＂', '\u00a0', '&nbsp;', '\n', '<at>Ben</at>', ''],
  );
  it('never throw, never cost a character of the body, and always come with an example that is right', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('start ', 'thread ', 'reply ', 'reply #2 ', 'recent ', 'use ', 'watch ', 'unwatch '),
        fc.array(token, { maxLength: 9 }),
        fc.constantFrom('', ': the text', '：the text\nof two lines', '\nthe text'),
        (word, tokens, text) => {
          const said = word + tokens.join(' ') + text;
          const command = parseCommand(said);
          if (command.kind === 'unknown') assert.equal(command.text, said);
          if ('body' in command) assert.ok(said.endsWith(command.body));
          const problem = problemOf(command);
          if (problem === undefined) return;
          assert.ok(problem.at >= 0 && problem.at <= said.length);
          if ('complete' in command) assert.equal(command.complete, false);
          const right = parseCommand(problem.example);
          assert.equal(right.kind, command.kind, problem.example);
          assert.equal(problemOf(right), undefined, `${said} → ${problem.example}`);
          if ('complete' in right) assert.equal(right.complete, true, `${said} → ${problem.example}`);
        },
      ),
      { seed: 20261121, numRuns: 4_000 },
    );
  });
});
