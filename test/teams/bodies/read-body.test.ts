import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNodes, textOf } from '../../../src/teams/bodies/body-nodes.ts';
import { foldText } from '../../../src/teams/bodies/fold-text.ts';
import { readBody } from '../../../src/teams/bodies/read-body.ts';
import { checkSafe } from './check-safe.ts';
import { hostileHtml } from './hostile-html.ts';

const words = (html: string): string => foldText(textOf(parseNodes(html).children));
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const head = 'start "Topic" in "Group": ';
const mention =
  '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Kickoff</span>&nbsp;';

describe('readBody', () => {
  it('keeps rich text and cuts the head off where the parser did', () => {
    const html = `<p>${mention}start &quot;Topic&quot; in &quot;Group&quot;: Please <strong>read</strong></p>\n<ul><li>one</li><li>two <a href="https://x.example/">here</a></li></ul>`;
    const { body, typed, lost } = readBody('Please read\none\ntwo here', html);
    assert.deepEqual(body, {
      contentType: 'html',
      content:
        '<p>Please <strong>read</strong></p>\n<ul><li>one</li><li>two <a href="https://x.example/">here</a></li></ul>',
    });
    assert.equal(typed, 'Please **read**\n\n- one\n- two [here](<https://x.example/>)');
    assert.equal(lost, false);
  });

  it('cuts inside an element, and on the next line', () => {
    const inside = readBody('bold rest', `<p><b>${escape(head)}bold</b> rest</p>`);
    assert.equal(inside.body.content, '<p><b>bold</b> rest</p>');
    const below = readBody('**', `<p>${escape(head)}</p><p>&nbsp;</p><p><i>**</i></p>`);
    assert.equal(below.body.content, '<p><i>**</i></p>');
    const broken = readBody('below', `<p>${escape(head)}<br><br><i>below</i></p>`);
    assert.equal(broken.body.content, '<p><i>below</i></p>');
  });

  it('understands the points that plain text shows for a list', () => {
    const { body } = readBody('- one\n- two', `<p>${escape(head)}</p><ul><li>one</li><li>two</li></ul>`);
    assert.equal(body.content, '<ul><li>one</li><li>two</li></ul>');
  });

  it('leaves plain text plain, with every space', () => {
    const plain = 'a  b\n\n  c https://x.example';
    const html = `<p>${escape(head)}a b</p><p>&nbsp;</p><p>c <a href="https://x.example">https://x.example</a></p>`;
    assert.deepEqual(readBody(plain, html), {
      typed: plain,
      body: { contentType: 'text', content: plain },
      lost: false,
    });
    assert.equal(readBody(plain, undefined).body.content, plain);
  });

  it('shows names for mentions, characters for emoji, and pictures by their content id', () => {
    const html = `<p>${escape(head)}<b>Hi</b> <span itemtype="http://schema.skype.com/Mention">Ben Ray</span> <img itemtype="http://schema.skype.com/Emoji" alt="🙂" src="https://x/y"><emoji alt="🎉"></emoji></p><p><img src="https://api.asm.skype.com/v1/objects/1" alt="image"></p>`;
    const { body, lost } = readBody('Hi Ben Ray 🙂🎉', html, () => 'picture1');
    assert.equal(body.content, '<p><b>Hi</b> Ben Ray 🙂🎉</p><p><img src="cid:picture1" alt="image" /></p>');
    assert.equal(lost, true);
  });

  it('falls back to the plain text where the copy says something else', () => {
    for (const html of [
      '<p><b>other</b></p>',
      '',
      '<p>Hello <textarea>all</textarea></p>',
      '<b>Hello all, friends</b>',
    ])
      assert.deepEqual(readBody('Hello all', html).body, { contentType: 'text', content: 'Hello all' });
  });

  it('never loses or adds a word', () => {
    const tags = fc.constantFrom('b', 'i', 'p', 'li', 'code', 'pre', 'blockquote', 'td', 'u', 'h2', 'span');
    const piece = fc.tuple(tags, fc.string({ unit: 'grapheme', maxLength: 12, size: 'max' }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.boolean(), (pieces, split) => {
        const plain = pieces.map(([, text]) => text).join(split ? '\n' : ' ');
        const html = pieces.map(([tag, text]) => `<${tag}>${escape(text)}</${tag}>`).join('');
        const { body } = readBody(plain, `<p>${escape(head)}</p>${html}`);
        if (body.contentType === 'text') assert.equal(body.content, plain);
        else assert.equal(words(body.content), foldText(plain));
      }),
      { seed: 20_270_303, numRuns: 500 },
    );
  });

  it('posts nothing dangerous, whatever the copy holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostileHtml), { minLength: 1, maxLength: 5 }), (parts) => {
        const html = parts.join('');
        const { body } = readBody('text', `${html}<b>text</b>`);
        if (body.contentType === 'html') checkSafe(body.content);
      }),
      { seed: 20_270_304, numRuns: 200 },
    );
  });

  it('answers at once for a copy that is nested as deep as a message can be', () => {
    const { body } = readBody('deep', `${'<div><b>'.repeat(15_000)}deep`);
    assert.equal(body.contentType, 'html');
  });
});
