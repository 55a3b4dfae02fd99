import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandTable } from '../../../src/teams/commands/command-table.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';

const settings = { seed: 20261121, numRuns: 2_000 };
const words = commandTable.flatMap((entry) =>
  [...entry.words, ...entry.phrases].map((word) => ({ entry, word })),
);
const spoken = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40, size: 'max' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'in ',
      'with ',
      'about ',
      'to ',
      ' ',
      ':',
      '/',
      '"',
      '„',
      '#2',
      '2',
      ',',
      '\n',
      '&nbsp;',
      '😀',
    ),
    maxLength: 25,
    size: 'max',
  }),
);

describe('every command of the table', () => {
  it('is read without an error whatever follows, and no character of a text or body is lost', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom('', ' ', '\n', ':'),
        spoken,
        ({ word }, space, rest) => {
          const said = word + space + rest;
          const command = parseCommand(said);
          if (command.kind === 'unknown') assert.equal(command.text, said);
          if ('body' in command) assert.ok(said.endsWith(command.body));
          if ('problem' in command && command.problem !== undefined) {
            assert.ok(command.problem.at >= 0 && command.problem.at <= said.length);
            assert.equal(parseCommand(command.problem.example).kind, command.kind);
          }
        },
      ),
      settings,
    );
  });

  it('is known by each of its words in any case, and alone', () => {
    for (const { entry, word } of words)
      for (const said of [word, word.toUpperCase(), ` ${word} `]) {
        const { kind } = parseCommand(said);
        assert.equal(kind, entry.name, said);
      }
  });

  it('round trip of a group by name and by number, for those that take one', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('F', 'é', ' ', ':', '/', "'", '#', '2', 'in', '😀', ','),
        minLength: 1,
        maxLength: 15,
        size: 'max',
      })
      .map((text) => `G${text.trim()}`);
    for (const { entry, word } of words.filter((each) => each.entry.takes === 'group')) {
      fc.assert(
        fc.property(name, fc.integer({ min: 1, max: 999 }), (group, number) => {
          assert.deepEqual(parseCommand(`${word} "${group}"`), { kind: entry.name, group });
          const byNumber = parseCommand(`${word} #${number}`);
          assert.ok('groupNumber' in byNumber);
          assert.deepEqual([byNumber.kind, byNumber.groupNumber], [entry.name, number]);
        }),
        { ...settings, numRuns: 200 },
      );
    }
  });

  it('keeps what is said to those that take the rest of their line', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', ' ', '"', '#2', ':', 'in', '😀'),
      maxLength: 20,
      size: 'max',
    });
    for (const { entry, word } of words.filter((each) => each.entry.takes === 'line')) {
      fc.assert(
        fc.property(line, (behind) => {
          const text = `x${behind}`;
          const command = parseCommand(`${word} ${text}`);
          assert.equal(command.kind, entry.name);
          if ('said' in command) assert.equal(command.said.trim(), text.trim());
        }),
        { ...settings, numRuns: 200 },
      );
    }
  });
});
