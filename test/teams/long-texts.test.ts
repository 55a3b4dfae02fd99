import assert from 'node:assert/strict';
import { renderMarkdown } from '../../src/teams/bodies/render-markdown.ts';
import { sanitizeBody } from '../../src/teams/bodies/sanitize-body.ts';
import { writeMarkdown } from '../../src/teams/bodies/write-markdown.ts';
import { cleanMessageText } from '../../src/teams/commands/clean-message-text.ts';
import { nameMentions } from '../../src/teams/commands/name-mentions.ts';
import { parseCommand } from '../../src/teams/commands/parse-command.ts';
import { draftFromMessage } from '../../src/teams/extension/draft-from-message.ts';
import { plainTextOf } from '../../src/teams/extension/plain-text-of.ts';
import { fileName } from '../../src/teams/files/file-name.ts';
import { splitPeople } from '../../src/teams/forms/split-people.ts';
import { english } from '../../src/teams/texts/english.ts';

const id = 'bbbbbbbb-0000-4000-8000-00000000000b';
const form = 'start "Budget" in "Finance"';

/** What reads texts of people, and how much a person can send it: a message has about 28,000 characters, a body 250,000. */
const readers: [string, number, (text: string) => unknown][] = [
  ['the text of a message', 100_000, plainTextOf],
  ['the name of a file', 100_000, (text) => fileName(`x${text}x`)],
  ['the people of a form', 100_000, (text) => splitPeople(`x${text}x,${id}`)],
  ['mentions', 100_000, (text) => nameMentions(`<at>Ben</at> x${text}x`, new Map())],
  ['a command', 100_000, (text) => parseCommand(`${form} with ${text}: x`)],
  ['a time', 100_000, (text) => parseCommand(`${form} at ${text}x: x`)],
  ['a message to the bot', 100_000, (text) => cleanMessageText({ text, botMentions: ['<at>Kickoff</at>'] })],
  ['a heading', 28_000, (text) => writeMarkdown(sanitizeBody(`<h1>x${text}x</h1>`))],
  ['HTML', 28_000, (text) => writeMarkdown(sanitizeBody(text))],
  ['Markdown', 28_000, renderMarkdown],
  [
    'a message that is quoted',
    28_000,
    (content) => draftFromMessage({ body: { contentType: 'html', content } }, english),
  ],
];

/** Written again and again, each of these makes some pattern try everything from everywhere. */
const pieces = [
  ...[
    ' ',
    '\u00a0',
    '\t',
    '\n',
    '\n ',
    '\r\n',
    '.',
    ',',
    ', ',
    ';',
    '"',
    '“',
    '#1 ',
    '@',
    'a@',
    '&',
    '&nbsp;',
    '&#',
  ],
  ...[
    '<',
    '<br',
    '<br ',
    '</p ',
    '<at>',
    '<a href="',
    '<b>',
    '<!--',
    '<table><tr><td>',
    '<ul><li>',
    '&lt;br',
  ],
  ...[
    '[',
    '[a](',
    '[a][',
    '![',
    '*',
    '*a_',
    '`',
    '|',
    '|a\n',
    '> ',
    '- ',
    '1. ',
    '~',
    '{{DATE(',
    '\\',
    'http://',
  ],
];

describe('texts that are made to be slow', function () {
  this.timeout(60_000);
  // A pattern that goes back and forth takes half a minute for the longest of them.
  const most = 5_000;
  for (const [what, length, read] of readers)
    it(`are read in time: ${what}`, () => {
      for (const piece of pieces) {
        const text = `${piece.repeat(length / piece.length)}x`;
        const begun = performance.now();
        read(text);
        const ms = performance.now() - begun;
        assert.ok(ms < most, `${JSON.stringify(piece)} took ${Math.round(ms)} ms`);
      }
    });
});
