import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNodes, textsIn } from '../../../src/teams/bodies/body-nodes.ts';
import { sanitizeBody } from '../../../src/teams/bodies/sanitize-body.ts';
import { DomUtils } from 'htmlparser2';
import { hostileHtml } from './hostile-html.ts';

const attributes: Record<string, readonly string[]> = {
  a: ['href'],
  img: ['src', 'alt'],
  ol: ['start'],
  table: ['border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const names =
  'p div blockquote pre ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr th td b strong i em u s strike del sub sup code a br hr img';

/** Fails unless everything in it is on the list that Outlook shows and nobody has to fear. */
export function checkSafe(html: string): void {
  for (const element of DomUtils.findAll(() => true, parseNodes(html).children)) {
    assert.ok(names.split(' ').includes(element.name), element.name);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (name === 'dir') assert.match(value, /^(rtl|ltr|auto)$/);
      else assert.ok(attributes[element.name]?.includes(name), `${element.name} ${name}`);
    }
    const { href, src, colspan = '1' } = element.attribs;
    if (href !== undefined) assert.match(href, /^(https?:\/\/|mailto:)/);
    if (src !== undefined) assert.match(src, /^cid:[\w.@-]+$/);
    assert.ok(Number(colspan) < 1000);
  }
}

describe('sanitizeBody', () => {
  for (const html of hostileHtml)
    it(`makes ${html.slice(0, 40)} harmless`, () => {
      checkSafe(sanitizeBody(html));
    });

  it('makes any mixture of it harmless, and does nothing more the second time', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostileHtml), fc.string({ unit: 'binary' })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = sanitizeBody(parts.join(''));
        checkSafe(once);
        assert.equal(sanitizeBody(once), once);
      }),
      { seed: 20_270_302, numRuns: 300 },
    );
  });

  it('keeps what makes a text readable', () => {
    const html =
      '<p><b>b</b> <i>i</i> <s>s</s> <a href="https://a.example/">a</a></p><ul><li>x</li></ul><ol start="3"><li>y</li></ol><pre><code>c</code></pre><blockquote>q</blockquote>';
    assert.equal(sanitizeBody(html), html);
    assert.match(sanitizeBody('<table style="x"><tr><td>1</td></tr></table>'), /^<table border="1"/);
  });

  it('is quick and shallow however deep somebody nests', () => {
    const html = `${'<div><b>'.repeat(15_000)}deep`;
    const clean = sanitizeBody(html);
    assert.ok(clean.split('<').length < 200);
    assert.equal(textsIn(parseNodes(clean)).length, 1);
  });
});
