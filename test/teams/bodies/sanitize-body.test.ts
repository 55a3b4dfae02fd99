import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNodes, textsIn } from '../../../src/teams/bodies/body-nodes.ts';
import { sanitizeBody } from '../../../src/teams/bodies/sanitize-body.ts';
import { checkSafe } from './check-safe.ts';
import { hostileHtml } from './hostile-html.ts';

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
