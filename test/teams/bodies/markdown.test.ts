import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNodes, textOf } from '../../../src/teams/bodies/body-nodes.ts';
import { foldText } from '../../../src/teams/bodies/fold-text.ts';
import { renderMarkdown } from '../../../src/teams/bodies/render-markdown.ts';
import { sanitizeBody } from '../../../src/teams/bodies/sanitize-body.ts';
import { writeMarkdown } from '../../../src/teams/bodies/write-markdown.ts';
import { quoteMessage } from '../../../src/teams/extension/quote-message.ts';
import { checkSafe } from './check-safe.ts';
import { hostileHtml } from './hostile-html.ts';

const words = (html: string): string => foldText(textOf(parseNodes(html).children));

describe('renderMarkdown', () => {
  it('leaves alone what has no Markdown in it', () => {
    for (const plain of [
      'Hello\nall\n\n  indented, 2*3 and 4_5_6',
      'see https://x.example and ada@contoso.com',
      'C:\\temp \\* &amp; <b>',
      'Regards\n---\nAda'.replace('---', '--'),
      '    four spaces',
      'a < b > c',
      '',
    ])
      assert.deepEqual(renderMarkdown(plain), { contentType: 'text', content: plain });
  });

  it('renders what has', () => {
    const { contentType, content } = renderMarkdown(
      '**b** _i_ ~~s~~\nnext\n\n- x\n- y\n\n| a |\n|---|\n| 1 |',
    );
    assert.equal(contentType, 'html');
    assert.match(content, /^<p><strong>b<\/strong> <em>i<\/em> <s>s<\/s><br \/>\nnext<\/p>\n<ul>/);
    assert.match(content, /<table border="1"[^>]*>\s*<thead>/);
    assert.match(renderMarkdown('# t\n<b>no</b>').content, /<h1>t<\/h1>\s*<p>&lt;b&gt;no&lt;\/b&gt;<\/p>/);
    assert.doesNotMatch(renderMarkdown('**x** ![i](https://evil.example/i.png)').content, /<img/);
  });

  it('is safe whatever was typed', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(...hostileHtml, '**', '[a](javascript:x)', '[a](https://x)', '\n- '),
        fc.string(),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const { contentType, content } = renderMarkdown(parts.join(''));
        if (contentType === 'html') checkSafe(content);
        else assert.equal(content, parts.join(''));
      }),
      { seed: 20_270_305, numRuns: 300 },
    );
  });
});

describe('writeMarkdown', () => {
  const again = (html: string): string => {
    const { content, contentType } = renderMarkdown(writeMarkdown(html).text);
    return contentType === 'html' ? words(content) : foldText(content);
  };

  it('says what cannot be said', () => {
    assert.equal(writeMarkdown('<p><b>a</b></p>').lost, false);
    for (const html of ['<u>a</u>', '<img src="cid:a">', '<table><tr><td colspan="2">a</td></tr></table>'])
      assert.equal(writeMarkdown(sanitizeBody(html)).lost, true, html);
  });

  it('makes the same document of what it wrote', () => {
    for (const html of [
      '<p><strong>b</strong> and <em>i</em></p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>',
      '<h2>Title</h2>\n<blockquote>\n<p>said</p>\n</blockquote>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>',
      '<pre><code>a\n  b\n</code></pre>\n<p><code>x</code> <a href="https://x.example/a_(b)">here</a></p>',
    ])
      assert.equal(renderMarkdown(writeMarkdown(html).text).content, html);
  });

  it('keeps every word in its order', () => {
    const tags = fc.constantFrom('b', 'i', 'p', 'li', 'code', 'pre', 'blockquote', 's', 'h2', 'div');
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab1 .-+*_#>|~`[]()<&;:!\\\n'.split('')), maxLength: 10 }),
      fc.constantFrom(
        '1. x',
        '- x',
        '# x',
        'a_b',
        '* * *',
        '---',
        '```',
        '&amp;',
        '[a](b)',
        '| x |',
        'https://x.example',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(tags, texts), { minLength: 1, maxLength: 5 }), (pieces) => {
        const html = sanitizeBody(
          pieces
            .map(([tag, text]) => `<${tag}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${tag}>`)
            .join(''),
        );
        assert.equal(again(html), words(html), JSON.stringify(writeMarkdown(html).text));
      }),
      { seed: 20_270_306, numRuns: 500 },
    );
  });
});

describe('quoteMessage', () => {
  it('says the words of a message, whatever signs are in them', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('**', '1. ', '# ', '> ', '<b>', '<https://x.example>', '\\*', '_a_', '\n'),
          fc.string(),
        ),
      )
      .map((parts) => parts.join('').replace(/[\p{Cc}--\n]/gv, ' '));
    fc.assert(
      fc.property(text, (content) => {
        const quote = quoteMessage({ says: '', body: { contentType: 'text', content }, link: undefined });
        assert.equal(words(renderMarkdown(quote).content), foldText(content));
      }),
      { seed: 20_270_407, numRuns: 500 },
    );
  });

  it('keeps the look of a rich one, says who wrote it and where it stands', () => {
    const quote = quoteMessage({
      says: 'Ben *B* wrote:',
      body: { contentType: 'html', content: '<p>Not <b>2*3*4</b></p><ul><li>one</li></ul>' },
      link: { href: 'https://teams.microsoft.com/l/message/1', words: 'Open [it]' },
    });
    assert.equal(
      quote,
      'Ben \\*B\\* wrote:\n\n> Not **2\\*3\\*4**\n> \n> - one\n\n[Open \\[it\\]](<https://teams.microsoft.com/l/message/1>)',
    );
    assert.match(
      renderMarkdown(quote).content,
      /<p><a href="https:\/\/teams\.microsoft\.com\/l\/message\/1">Open \[it\]<\/a><\/p>/,
    );
  });

  it('leads where the message is, whatever is in its address', () => {
    const ends = [
      '1?a=b&c="d"',
      '19:x@thread.tacv2/1)',
      'a<b>c d',
      'a](https://evil.example)',
      '%22%3E',
      '*_`',
    ];
    for (const end of ends) {
      const href = `https://teams.microsoft.com/l/message/${end}`;
      const link = { href, words: 'Open the message' };
      const quote = quoteMessage({ says: '', body: { contentType: 'text', content: 'x' }, link });
      const { content } = renderMarkdown(quote);
      const [, led = '', shown] = /<a href="([^"]*)">([^<]*)<\/a>/.exec(content) ?? [];
      assert.equal(shown, 'Open the message');
      const address = (each: string) => decodeURIComponent(new URL(each).href);
      assert.equal(address(led.replaceAll('&amp;', '&')), address(href), content);
    }
  });
});
