import assert from 'node:assert/strict';

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import { cutText } from '../../../src/teams/cards/cut-text.ts';
import { escapeCardText } from '../../../src/teams/cards/escape-card-text.ts';
import { isolateText } from '../../../src/teams/cards/isolate-text.ts';
import { textRun } from '../../../src/teams/cards/text-run.ts';
import { hostileTexts } from './hostile-texts.ts';

const renderers = [
  new MarkdownIt({ html: false }),
  new MarkdownIt({ html: true }),
  new MarkdownIt('commonmark'),
];

/** The text of a paragraph of nothing but text; fails when Markdown found anything in it. */
function assertPlain(text: string): void {
  for (const markdown of renderers) {
    const blocks = markdown.parse(text, {});
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['paragraph_open', 'inline', 'paragraph_close'],
      text,
    );
    const inline = blocks[1]?.children ?? [];
    assert.deepEqual(
      inline.map(({ type }) => type).filter((type) => type !== 'text'),
      [],
      text,
    );
    assert.equal(inline.map(({ content }) => content).join(''), text);
  }
}

const marks = fc.constantFrom(
  ...'*_`~[]()<>!#-+&\\|= \n\taé\u202e'.split(''),
  ...'1. //: {{DATE( <at> www. &lt; &nbsp; ://'.split(' '),
);

describe('escapeCardText', () => {
  for (const text of hostileTexts) {
    it(`leaves no markup of ${JSON.stringify(text)}`, () => {
      const escaped = escapeCardText(text);
      assertPlain(escaped);
      assert.doesNotMatch(escaped, /<|>|\{\{|[\r\n]|:\/\/|www\./);
    });
  }

  it('is text to Markdown whatever it was', () => {
    const anything = fc.oneof(
      fc.string({ unit: marks, maxLength: 40, size: 'max' }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anything, (text) => assertPlain(escapeCardText(text))),
      { seed: 20261120, numRuns: 1000 },
    );
  });

  it('looks like the text that it was', () => {
    const shown = (text: string) => text.replace(/[\u2060\u2068\u2069]/g, '');
    assert.equal(shown(escapeCardText('R&D_Ops (Europe) – 2027: A/B')), 'R&D_Ops (Europe) – 2027: A/B');
    assert.equal(shown(escapeCardText(' Två\nrader ')), 'Två rader');
    assert.equal(shown(escapeCardText('שלום')), 'שלום');
  });

  it('cuts by characters, not in the middle of one', () => {
    assert.equal(cutText('😀'.repeat(5), 5), '😀'.repeat(5));
    assert.equal(cutText('😀'.repeat(6), 5), `${'😀'.repeat(4)}…`);
    assert.equal(cutText('abc def', 5), 'abc…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const cut = cutText(text, limit);
        assert.ok(Array.from(cut).length <= limit);
        assert.ok(cut.isWellFormed());
        assert.ok(cut === text || cut.endsWith('…'));
      }),
      { seed: 20261120 },
    );
  });

  it('keeps right-to-left text from turning the sentence around', () => {
    assert.equal(isolateText('a\u202eb\u2066c'), '\u2068abc\u2069');
    for (const shown of [escapeCardText('\u202eשלום'), textRun('\u202eשלום').text]) {
      assert.match(shown, /^\u2068\u2060?שלום\u2069$/);
    }
  });
});

describe('textRun', () => {
  it('shows markup as it is, but no date function', () => {
    assert.equal(textRun('**a** <b>').text, '\u2068**a** <b>\u2069');
    assert.doesNotMatch(textRun('{{{DATE(2026-11-20T12:00:00Z)}}').text, /\{\{/);
    assert.deepEqual(textRun('abcdef', { limit: 4, weight: 'bolder' }), {
      type: 'TextRun',
      text: '\u2068abc…\u2069',
      weight: 'bolder',
    });
  });
});
