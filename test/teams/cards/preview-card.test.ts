import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Content } from '../../../src/conversations/check-content.ts';
import { renderMarkdown } from '../../../src/teams/bodies/render-markdown.ts';
import { sanitizeBody } from '../../../src/teams/bodies/sanitize-body.ts';
import { previewCard } from '../../../src/teams/cards/preview-card.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { hostileHtml } from '../bodies/hostile-html.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';

const content = (more: Partial<Content> = {}): Content => ({
  kind: 'conversation',
  typedGroup: 'Finance',
  topic: 'Topic',
  body: 'Hello',
  people: [],
  notAddresses: [],
  ...more,
});
const preview = (more: Partial<Content> = {}, texts = english) =>
  previewCard({ formId: 'f', content: content(more), group: 'Finance', texts });
const runs = (card: object) =>
  everything(card)
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text).replace(/[\u2068\u2069]/g, ''));

describe('previewCard', () => {
  it('shows lists, tables, links, quotes and code', () => {
    const typed =
      '# Title\n**b** [here](https://x.example)\n\n- one\n- two\n  1. three\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n> said\n\n```\n code\n```';
    const card = preview({ html: renderMarkdown(typed).content });
    checkCard(card);
    checkCardSchema(card);
    const texts = runs(card);
    for (const text of [
      'Title',
      'b',
      ' (https://x.example/)',
      '\u00a0\u00a0•\u00a0',
      'one',
      'said',
      '\u00a0code',
    ])
      assert.ok(texts.includes(text), `${JSON.stringify(text)} in ${JSON.stringify(texts)}`);
    const table = everything(card).find(({ type }) => type === 'Table');
    assert.ok(table !== undefined);
    assert.equal(table['firstRowAsHeader'], true);
    assert.equal((table['rows'] as unknown[]).length, 2);
  });

  it('does not repeat an address that is its own text', () => {
    const card = preview({
      html: renderMarkdown('<https://x.example> and [x.example](https://x.example)').content,
    });
    assert.equal(runs(card).filter((text) => text.includes('(https://x.example/)')).length, 1);
  });

  it('is a card that Teams takes, whatever the text is', () => {
    const html = fc.array(
      fc.constantFrom(...hostileHtml, ...hostileTexts, '<ul><li>', '<table><tr><td>', '<pre>'),
      {
        maxLength: 12,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(html, fc.constantFrom(...languages), (parts, texts) => {
        const card = preview({ html: sanitizeBody(parts.join('')), topic: parts[0] ?? 'x' }, texts);
        checkCard(card);
        assert.equal(everything(card).filter(({ type }) => type === 'Action.OpenUrl').length, 0);
      }),
      { seed: 20_270_309, numRuns: 60 },
    );
  });

  it('says so when a text is longer than the card', () => {
    for (const more of [
      { body: 'long line\n'.repeat(9_000) },
      { html: `<p>${'<b>x</b> y '.repeat(5_000)}</p>` },
      { html: `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(900)}</table>` },
      { html: `<p>${'"\n'.repeat(40_000)}</p>` },
    ]) {
      const card = preview(more);
      checkCard(card);
      assert.ok(runs(card).includes(english.preview.cut));
    }
    assert.ok(!runs(preview()).includes(english.preview.cut));
  });
});
