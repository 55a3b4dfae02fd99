import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldBody } from '../../src/graph/fold-body.ts';
import { foldTopic } from '../../src/graph/fold-topic.ts';
import { markerOf } from '../../src/graph/marker-of.ts';
import { cleanBody } from '../../src/sandbox/graph/clean-body.ts';

const seed = 20_270_301;
const text = (content: string): string => foldBody({ contentType: 'text', content });
const html = (content: string): string => foldBody({ contentType: 'html', content });
const typed = fc.string({ unit: 'binary', maxLength: 200, size: 'max' });

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

describe('foldBody', () => {
  it('sees the same text behind HTML that was made of it', () => {
    fc.assert(
      fc.property(typed, (content) => {
        const wrapped = `<html>\r\n<head><meta charset="utf-8"><style>p{}</style></head><body><div class="x">\r\n${escaped(content).replaceAll(' ', '&nbsp;').replaceAll('\n', '<br>\r\n')}</div></body></html>`;
        // Control characters and nothing else may go missing on the way through HTML.
        assert.equal(html(wrapped), text(content));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('sees the same text before and after it was cleaned', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(typed.map(escaped), fc.constantFrom(...markup)), { maxLength: 8 }),
        (parts) => {
          const content = parts.join('');
          assert.equal(html(cleanBody({ contentType: 'html', content }).content), html(content));
        },
      ),
      { seed, numRuns: 300 },
    );
  });
  const markup = [
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<script>alert(1)</script>',
    '<a href="https://a.b">x</a>',
  ];

  it('sees the same rich text behind what Exchange makes of it', () => {
    const rich =
      '<h2>Plan &amp; cost</h2><table border="1"><tr><td>a</td><td>1</td></tr></table><pre><code>x  y\nz</code></pre><p><img src="cid:0a1b" alt="image" /> <a href="https://x.example/?a=1&amp;b=2">here</a> 🙂</p><p>📎 <a href="https://x.example/film.mp4">film.mp4</a></p>';
    const rewritten = `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div dir="ltr">\r\n${rich
      .replace('<table border="1">', '<table border="1" style="border-collapse:collapse"><tbody>')
      .replace('</table>', '</tbody></table>')
      .replace('cid:0a1b', 'cid:0a1b" data-outlook-trace="F:1|T:1" size="12')
      .replaceAll('</p><p>', '</p>\r\n\r\n<p>')
      .replace('🙂', '&#128578;')}</div></body></html>`;
    assert.equal(html(rewritten), html(rich));
    assert.equal(html(cleanBody({ contentType: 'html', content: rewritten }).content), html(rich));
    assert.notEqual(html(rich.replace('film.mp4</a>', 'film.mp3</a>')), html(rich));
  });

  it('tells other words, and the same in another order, apart', () => {
    assert.notEqual(html('<p>yes</p>'), html('<p>yes, later</p>'));
    assert.notEqual(html('<p>a</p><p>b</p>'), html('<p>b</p><p>a</p>'));
    assert.notEqual(text('Budget'), text('budget'));
    assert.notEqual(text('<b>x</b>'), html('<b>x</b>'));
    assert.equal(html('<p><img src="cid:a"></p>'), '');
  });
});

describe('foldTopic', () => {
  it('leaves out what mail programs add, and nothing else', () => {
    for (const same of [
      'Plan B',
      ' plan  b',
      'RE: Plan B',
      'AW: WG: plan b',
      'Re[2]: Plan\tB',
      '回复：Plan B',
    ]) {
      assert.equal(foldTopic(same), 'plan b', same);
    }
    for (const other of ['HR: Plan B', 'Plan B: RE', 'Plan', 'Reply: Plan B']) {
      assert.notEqual(foldTopic(other), 'plan b', other);
    }
  });

  it('is a fold: folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60, size: 'max' }), (topic) => {
        assert.equal(foldTopic(foldTopic(topic)), foldTopic(topic));
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('markerOf', () => {
  it('reads both shapes, however Graph spells their names', () => {
    const id = 'String {8F0C1B9E-6F2B-4B3E-9D0A-6B9F3F6A2C11} Name KickoffRequest';
    assert.equal(markerOf({ singleValueExtendedProperties: [{ id, value: 'ABC' }] }), 'abc');
    for (const extension of [
      { id: 'com.kickoff.request', extensionName: 'com.kickoff.request' },
      { id: 'microsoft.graph.openTypeExtension.com.kickoff.request' },
      { id: 'Microsoft.OutlookServices.OpenTypeExtension.com.kickoff.request' },
    ]) {
      assert.equal(markerOf({ extensions: [{ ...extension, requestId: 'abc' }] }), 'abc');
    }
  });

  it('takes a marker that cannot be read for one, and other people’s properties for none', () => {
    assert.equal(markerOf({ extensions: [{ extensionName: 'com.kickoff.request' }] }), '');
    const strange = [
      { id: 'String {8f0c1b9e-6f2b-4b3e-9d0a-000000000000} Name Other', value: 'abc' },
      null,
      1,
    ];
    assert.equal(
      markerOf({ singleValueExtendedProperties: strange, extensions: [{ id: 'com.x' }] }),
      undefined,
    );
    assert.equal(markerOf({ extensions: 'none' }), undefined);
  });
});
