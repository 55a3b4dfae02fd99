import assert from 'node:assert/strict';

import type { StartCommand, ThreadCommand } from '../../../src/teams/commands/command.ts';
import { commandTable } from '../../../src/teams/commands/command-table.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';

function start(text: string): StartCommand {
  const command = parseCommand(text);
  assert.equal(command.kind, 'start', text);
  return command;
}

function thread(text: string): ThreadCommand {
  const command = parseCommand(text);
  assert.equal(command.kind, 'thread', text);
  return command;
}

describe('parseCommand', () => {
  it('reads every part of start', () => {
    assert.deepEqual(
      { ...start('start "Topic" in "Group" with ada@contoso.com, "Ben Ray" <ben@contoso.com>: body') },
      {
        kind: 'start',
        topic: 'Topic',
        group: 'Group',
        people: 'ada@contoso.com, "Ben Ray" <ben@contoso.com>',
        body: 'body',
        complete: true,
        problem: undefined,
      },
    );
  });

  const same: [title: string, text: string][] = [
    ['new', 'new "Budget" in "Finance": Hello'],
    ['any capitalisation', 'sTaRt "Budget" IN "Finance": Hello'],
    ['a slash', '/start "Budget" in "Finance": Hello'],
    ['no quotes', 'start Budget in Finance: Hello'],
    ['single quotes', "start 'Budget' in 'Finance': Hello"],
    ['curly quotes', 'start “Budget” in “Finance”: Hello'],
    ['curly single quotes', 'start ‘Budget’ in ‘Finance’: Hello'],
    ['low quotes', 'start „Budget“ in „Finance”: Hello'],
    ['low quotes closed by straight ones', `start „Budget" in ‚Finance': Hello`],
    ['a low quote closed by a straight one before a proper one', 'start „Budget" in „Finance“: Hello'],
    ['low single quotes', 'start ‚Budget‘ in ‚Finance’: Hello'],
    ['Swedish quotes', 'start ”Budget” in ”Finance”: Hello'],
    ['guillemets', 'start «Budget» in »Finance«: Hello'],
    ['French guillemets with spaces', 'start «\u00a0Budget\u00a0» in « Finance » : Hello'],
    ['single guillemets', 'start ‹Budget› in ›Finance‹: Hello'],
    ['&nbsp; and no-break spaces', '&nbsp;start&nbsp;"Budget"\u00a0in&nbsp;"Finance"&nbsp;: Hello'],
    ['zero-width characters', '\u200bstart\u200b "Budget" in \ufeff"Finance": Hello'],
    ['no spaces around quotes', 'start“Budget”in“Finance”:Hello'],
    ['no space behind the colon', 'start Budget in Finance:Hello'],
    ['a full-width colon', 'start Budget in Finance：Hello'],
    ['the body on the next line', 'start Budget in Finance:\nHello'],
    ['CRLF', 'start Budget in Finance: \r\nHello'],
    ['no colon but a next line', 'start Budget in Finance\nHello'],
    ['leading line breaks', '\n\n start Budget in Finance: Hello'],
  ];
  for (const [title, text] of same) {
    it(`reads the same with ${title}`, () => {
      const { topic, group, body, complete, people } = start(text);
      assert.deepEqual(
        { topic, group, body, complete, people },
        { topic: 'Budget', group: 'Finance', body: 'Hello', complete: true, people: '' },
      );
    });
  }

  const topics: [text: string, topic: string, body: string][] = [
    ['start Change in plans in Finance: x', 'Change in plans', 'x'],
    ['start Budget 10:30 in Finance: hi', 'Budget 10:30', 'hi'],
    ['start See https://contoso.com/a in Finance: hi', 'See https://contoso.com/a', 'hi'],
    ['start "Budget: part 1" in Finance: hi: there', 'Budget: part 1', 'hi: there'],
    ['start The "big: small" plan in Finance: hi', 'The "big: small" plan', 'hi'],
    ['start "The "big" plan" in Finance: hi', 'The "big" plan', 'hi'],
    ["start Ada's plan in Finance: it's “done", "Ada's plan", "it's “done"],
    ["start '90s party in Finance: hi", "'90s party", 'hi'],
    ['start Lunch with Ben in Finance: hi', 'Lunch with Ben', 'hi'],
    ['start Conversation rules in Finance: hi', 'Conversation rules', 'hi'],
    ['start 27" screens in Finance: hi', '27" screens', 'hi'],
  ];
  for (const [text, topic, body] of topics) {
    it(`finds the topic of ${text}`, () => {
      const command = start(text);
      assert.deepEqual([command.topic, command.group, command.body], [topic, 'Finance', body]);
      assert.equal(command.complete, true);
    });
  }

  it('takes the first separating colon, and posts nothing when no group came before it', () => {
    const command = start('start Budget: next steps in Finance: hi');
    assert.deepEqual(
      [command.topic, command.group, command.body],
      ['Budget', undefined, 'next steps in Finance: hi'],
    );
    assert.equal(command.complete, false);
  });

  it('does not trust a colon inside a word when more could be the head', () => {
    assert.equal(start('start Plan in Project:X: hello').complete, false);
    assert.equal(start('start Change in Q3:Q4 in Finance: hello').complete, false);
  });

  for (const text of [
    'start',
    'new',
    'New conversation',
    'start a new conversation',
    '/new',
    'start:',
    'start \n',
  ]) {
    it(`opens an empty form for ${JSON.stringify(text)}`, () => {
      const { topic, group, body, people, complete, problem } = start(text);
      assert.deepEqual(
        [topic, group, people, problem, complete],
        [undefined, undefined, '', undefined, false],
      );
      assert.equal(body.trim(), '');
    });
  }

  it('takes an address alone for the group', () => {
    const command = start('new finance-all@contoso.example');
    assert.deepEqual(
      [command.group, command.topic, command.complete],
      ['finance-all@contoso.example', undefined, false],
    );
    const withBody = start('new finance-all@contoso.example: Hello');
    assert.deepEqual([withBody.group, withBody.body], ['finance-all@contoso.example', 'Hello']);
    assert.equal(start('new "ada@contoso.com"').topic, 'ada@contoso.com');
  });

  it('takes people before and after the group', () => {
    const expected = ['T', 'Finance', 'ada@contoso.com'];
    for (const text of [
      'start "T" with ada@contoso.com in "Finance": x',
      'start T with ada@contoso.com in Finance: x',
      'start "T" in "Finance" with ada@contoso.com: x',
      'start T in Finance with ada@contoso.com:x',
    ]) {
      const { topic, group, people } = start(text);
      assert.deepEqual([topic, group, people], expected, text);
    }
    const both = start('start "T" with ada@contoso.com in "G" with ben@contoso.com: x');
    assert.deepEqual([both.topic, both.group, both.people], ['T', 'G', 'ada@contoso.com, ben@contoso.com']);
    assert.equal(
      start('start "T" with "Ray: in, Ben" <ben@contoso.com> in "G": x').people,
      '"Ray: in, Ben" <ben@contoso.com>',
    );
  });

  it('is complete only with topic, group and body', () => {
    for (const text of [
      'start "T" in "G"',
      'start "T" in "G":  \n ',
      'start "T": x',
      'start in "G": x',
      'start "T" in: x',
    ]) {
      assert.equal(start(text).complete, false, text);
    }
  });

  it('says which quote is not closed, and keeps everything else', () => {
    const text = 'start "Budget in Finance with ada@contoso.com: Hello\nyou "all"';
    const command = start(text);
    assert.equal(command.complete, false);
    assert.equal(command.problem?.at, text.indexOf('"'));
    assert.equal(command.problem.code, 'quote-not-closed');
    assert.match(command.problem.details['near'] ?? '', /^"Budget in/);
    assert.equal(parseCommand(command.problem.example).kind, 'start');
    assert.deepEqual(
      [command.topic, command.group, command.people, command.body],
      ['Budget', 'Finance', 'ada@contoso.com', 'Hello\nyou "all"'],
    );
    const group = start('start "Budget" in “Finance: Hello');
    assert.equal(group.problem?.at, 18);
    assert.deepEqual([group.topic, group.group, group.body], ['Budget', 'Finance', 'Hello']);
  });

  it('keeps line breaks, indentation and blank lines of the body', () => {
    assert.equal(start('start T in G:   code\r\n\r\n end \n').body, '  code\r\n\r\n end \n');
    assert.equal(start('start T in G:\n\n  x').body, '\n  x');
  });

  it('reads thread with a conversation', () => {
    const expected = ['T', 'Finance', 'Old topic', 'ben@contoso.com', 'b: c', true];
    for (const text of [
      'thread "T" in "Finance" / "Old topic" with ben@contoso.com: b: c',
      'thread "T" in "Finance"/"Old topic" with ben@contoso.com: b: c',
      'thread T in Finance / Old topic with ben@contoso.com: b: c',
      'new thread "T" with ben@contoso.com in Finance/Old topic: b: c',
    ]) {
      const { topic, group, conversation, people, body, complete } = thread(text);
      assert.deepEqual([topic, group, conversation, people, body, complete], expected, text);
    }
    const slashes = thread('thread T in R&D/Ops / Old: b');
    assert.deepEqual([slashes.group, slashes.conversation], ['R&D/Ops', 'Old']);
    assert.equal(thread('thread T in "A / B" / C: b').group, 'A / B');
    assert.equal(thread('thread T in Finance: b').complete, false);
    assert.equal(start('start T in R&D/Ops: b').group, 'R&D/Ops');
  });

  it('knows the other commands, and does not take a text for one', () => {
    assert.deepEqual(parseCommand('Help!'), { kind: 'help' });
    assert.deepEqual(parseCommand('?'), { kind: 'help' });
    assert.deepEqual(parseCommand('Hilfe'), { kind: 'help' });
    assert.equal(parseCommand('Hilfe bei der Planung gesucht').kind, 'unknown');
    assert.deepEqual(parseCommand('help me'), { kind: 'help' });
    assert.deepEqual(parseCommand('help sign in'), { kind: 'help', about: 'sign-in' });
    assert.deepEqual(parseCommand('help NEW'), { kind: 'help', about: 'start' });
    assert.deepEqual(parseCommand('help strat'), { kind: 'help', about: 'start' });
    assert.deepEqual(parseCommand('help it'), { kind: 'help' });
    assert.deepEqual(parseCommand(' Sign  in. \n'), { kind: 'sign-in' });
    assert.deepEqual(parseCommand('logout'), { kind: 'sign-out' });
    assert.deepEqual(parseCommand(' \u00a0&nbsp;\r\n'), { kind: 'empty' });
    assert.deepEqual(parseCommand(''), { kind: 'empty' });
    for (const text of ['sign in sheet for Monday', 'help me write this', 'starting now', 'Newsletter']) {
      const command = parseCommand(text);
      assert.equal(command.kind, 'unknown', text);
      assert.equal(command.kind === 'unknown' && command.text, text);
    }
  });

  it('guesses the nearest command, but not from far', () => {
    const nearest = (text: string) => {
      const command = parseCommand(text);
      return command.kind === 'unknown' ? command.nearest : `command ${command.kind}`;
    };
    assert.equal(nearest('strat "Budget" in Finance: x'), 'start');
    assert.equal(nearest('Stat x'), 'start');
    assert.equal(nearest('thraed x'), 'thread');
    assert.equal(nearest('hlep'), 'help');
    assert.equal(nearest('sing in'), 'sign-in');
    assert.equal(nearest('signn out'), 'sign-out');
    assert.equal(nearest('Hello everybody'), undefined);
    assert.equal(nearest('lunch?'), undefined);
    assert.equal(nearest('😀'), undefined);
  });

  it('reads the examples of the table as commands that are complete', () => {
    for (const { name, example, usage, words } of commandTable) {
      const command = parseCommand(example);
      assert.equal(command.kind, name);
      assert.notEqual(
        'complete' in command && command.complete,
        !usage.includes(':') ? undefined : false,
        name,
      );
      for (const word of words) assert.equal(parseCommand(word.toUpperCase()).kind, name);
    }
  });
});
