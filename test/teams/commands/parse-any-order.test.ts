import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PostingCommand } from '../../../src/teams/commands/command.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';
import { writeCommand } from '../../../src/teams/commands/write-command.ts';

function posting(text: string): PostingCommand {
  const command = parseCommand(text);
  assert.ok(command.kind === 'start' || command.kind === 'thread' || command.kind === 'reply', text);
  return command;
}

const settings = { seed: 20261120, numRuns: 500 };
/** A part that quotes hold together, whatever words it has. */
const part = fc
  .string({
    unit: fc.constantFrom('a', 'in', 'with', 'about', 'to', ' ', ':', '/', '#2', ',', '😀', 'ß'),
    maxLength: 12,
    size: 'max',
  })
  .map((text) => `x${text}y`);
const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/).filter((text) => !/^(?:In|With|About|To)$/.test(text));
const body = fc.string({ unit: 'binary', maxLength: 40, size: 'max' }).map((text) => `!${text}`);
const people = 'ada@contoso.com, "Ray, Ben: in" <ben@contoso.com>';
const orders = [
  ['topic', 'group', 'people'],
  ['topic', 'people', 'group'],
  ['group', 'topic', 'people'],
  ['group', 'people', 'topic'],
  ['people', 'topic', 'group'],
  ['people', 'group', 'topic'],
] as const;

describe('a command whose parts come in any order', () => {
  it('means the same with quotes, and keeps the body exactly', () => {
    fc.assert(
      fc.property(
        part,
        part,
        body,
        fc.constantFrom(...orders),
        fc.constantFrom('start', 'reply'),
        (topic, group, text, order, command) => {
          const pieces = {
            topic: `about "${topic}"`,
            group: `in “${group}”`,
            people: `with ${people}`,
          };
          const read = posting(`${command} ${order.map((each) => pieces[each]).join(' ')}: ${text}`);
          assert.deepEqual(
            [read.kind, read.topic, read.group, read.people, read.body, read.complete, read.problem],
            [command, topic, group, people, text, true, undefined],
          );
        },
      ),
      settings,
    );
  });

  it('means the same without quotes, and for a thread', () => {
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.constantFrom(...orders.slice(2)),
        (topic, group, conversation, order) => {
          const pieces = { topic: `about ${topic}`, group: `in ${group}`, people: 'with ada@contoso.com' };
          const start = posting(`start ${order.map((each) => pieces[each]).join(' ')}: text`);
          assert.deepEqual(
            [start.topic, start.group, start.people, start.complete],
            [topic, group, 'ada@contoso.com', true],
            order.join(),
          );
          const inConversation = { ...pieces, group: `in "${group}" / "${conversation}"` };
          const thread = posting(`thread ${order.map((each) => inConversation[each]).join(' ')}: text`);
          assert.equal(thread.kind === 'thread' && thread.conversation, conversation);
          assert.deepEqual([thread.topic, thread.group, thread.complete], [topic, group, true]);
        },
      ),
      settings,
    );
  });

  it('leaves `about` and `to` in topics alone', () => {
    for (const [text, topic] of [
      ['start About us in Finance: x', 'About us'],
      ['start Talk about budgets in Finance: x', 'Talk about budgets'],
      ['start In brief about the plan in Finance: x', 'In brief about the plan'],
      ['start To whom it concerns in Finance: x', 'To whom it concerns'],
      ['start "About" in Finance: x', 'About'],
    ] as const)
      assert.deepEqual(
        [posting(text).topic, posting(text).group, posting(text).complete],
        [topic, 'Finance', true],
      );
  });

  it('reads what it writes', () => {
    const number = fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined });
    fc.assert(
      fc.property(
        part,
        part,
        part,
        number,
        number,
        (topic, group, conversation, groupNumber, replyNumber) => {
          const common = { people, body: 'text' };
          const place = groupNumber === undefined ? { group } : { groupNumber };
          const start = posting(writeCommand({ word: 'start', topic, ...place, ...common }));
          assert.deepEqual(
            [start.topic, start.group, start.groupNumber, start.people, start.body, start.complete],
            [topic, groupNumber === undefined ? group : `#${groupNumber}`, groupNumber, people, 'text', true],
          );
          const thread = posting(writeCommand({ word: 'thread', topic, group, conversation, ...common }));
          assert.equal(thread.kind === 'thread' && thread.conversation, conversation);
          const named = replyNumber === undefined ? { topic, group } : { number: replyNumber };
          const reply = posting(writeCommand({ word: 'reply', ...named, ...common }));
          assert.equal(reply.complete, true);
          assert.equal(reply.kind === 'reply' && reply.number, replyNumber);
          assert.equal(reply.topic, replyNumber === undefined ? topic : undefined);
        },
      ),
      settings,
    );
  });
});

describe('replies and references', () => {
  it('take a number with or without its sign, where nothing else can be meant', () => {
    const number = (text: string) => {
      const { kind, ...read } = posting(text);
      assert.equal(kind, 'reply');
      return ['number' in read ? read.number : undefined, read.topic, read.body, read.complete];
    };
    assert.deepEqual(number('reply #2: yes'), [2, undefined, 'yes', true]);
    assert.deepEqual(number('Reply to #12: yes'), [12, undefined, 'yes', true]);
    assert.deepEqual(number('answer 3: yes'), [3, undefined, 'yes', true]);
    assert.deepEqual(number('reply #2\nline one\nline two'), [2, undefined, 'line one\nline two', true]);
    assert.deepEqual(number('reply #2'), [2, undefined, '', false]);
    assert.deepEqual(number('reply #2 Thanks: a lot'), [2, undefined, 'Thanks: a lot', false]);
    assert.deepEqual(number('reply 20 things in Finance: yes'), [undefined, '20 things', 'yes', true]);
    assert.deepEqual(number('reply "#2" in Finance: yes'), [undefined, '#2', 'yes', true]);
    assert.deepEqual(number('reply #0: yes').slice(0, 2), [undefined, '#0']);
    assert.deepEqual(number('reply #2 in Finance: yes'), [2, undefined, 'yes', false]);
  });

  it('take a group for recent and use in any form', () => {
    assert.deepEqual(parseCommand('recent'), { kind: 'recent' });
    assert.deepEqual(parseCommand('recent in «Finance»!'), { kind: 'recent', group: 'Finance' });
    assert.deepEqual(parseCommand('use #3'), { kind: 'use', group: '#3', groupNumber: 3 });
    assert.deepEqual(parseCommand('use nothing'), { kind: 'use', nothing: true });
    assert.deepEqual(parseCommand('use "nothing"'), { kind: 'use', group: 'nothing' });
    assert.deepEqual(parseCommand('who am i?'), { kind: 'whoami' });
    assert.equal(parseCommand('recent news\nof many lines').kind, 'unknown');
    assert.equal(parseCommand(`use ${'x'.repeat(400)}`).kind, 'unknown');
  });

  it('say where a mistake is, with an example that is right', () => {
    const problems = [
      ['start "Budget in Finance: Hello', 'quote-not-closed', 'start "Budget" in "Finance": Hello'],
      ['start "Budget": Hello', 'group-missing', 'start "Budget" in "Group": Hello'],
      ['start in Finance: Hello', 'topic-missing', 'start "Topic" in "Finance": Hello'],
      [
        'thread "T" in Finance: Hello',
        'conversation-missing',
        'thread "T" in "Finance" / "Conversation": Hello',
      ],
      ['reply: Hello', 'conversation-missing', 'reply "Conversation" in "Group": Hello'],
      ['start Q3 in Q3:Q4 in Finance: x', 'colon-unclear', 'start "Q3" in "Q3": Q4 in Finance: x'],
      ['reply #2 Hello', 'text-unclear', 'reply #2: Hello'],
    ] as const;
    for (const [text, code, example] of problems) {
      const { problem, complete } = posting(text);
      assert.deepEqual([problem?.code, problem?.example, complete], [code, example, false], text);
      assert.equal(posting(example).complete, true, example);
    }
    const { problem } = posting('start "Budget": Hello');
    assert.equal(problem?.details['near'], 'start "Budget"➜: Hello');
  });

  it('need nothing but a group only where no other group can be meant', () => {
    const needsGroup = (text: string) => posting(text).completeButGroup ?? false;
    assert.equal(needsGroup('start "Budget": Hello'), true);
    assert.equal(needsGroup('start Budget: Hello in all: languages'), false);
    assert.equal(needsGroup('start Budget: next steps in Finance: hi'), false);
    assert.equal(needsGroup('start "Budget": next steps in Finance: hi'), true);
    assert.equal(needsGroup('start "Budget"'), false);
    assert.equal(needsGroup('start "Budget: Hello'), false);
    assert.equal(needsGroup('reply "Budget": Hello'), true);
    assert.equal(needsGroup('thread "T": Hello'), false);
  });

  it('lose no character of a body, whatever stands before it', () => {
    const heads = [
      'reply ',
      'reply #2 ',
      'reply #2: ',
      'reply to ',
      'start in #2 about ',
      'use ',
      'recent ',
      'watch ',
    ];
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            'in ',
            'with ',
            'about ',
            'to ',
            ' ',
            ':',
            '"',
            '“',
            '#2',
            '\n',
            '&nbsp;',
          ),
          maxLength: 30,
          size: 'max',
        }),
        fc.constantFrom(...heads),
        (text, head) => {
          const command = parseCommand(head + text);
          if (command.kind === 'unknown') assert.equal(command.text, head + text);
          if ('body' in command) assert.ok((head + text).endsWith(command.body));
          if ('problem' in command && command.problem !== undefined) {
            assert.ok(command.problem.at <= (head + text).length);
            assert.equal(parseCommand(command.problem.example).kind, command.kind);
          }
        },
      ),
      { ...settings, numRuns: 2_000 },
    );
  });
});
