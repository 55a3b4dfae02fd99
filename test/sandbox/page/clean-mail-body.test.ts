import assert from 'node:assert/strict';
import { cleanMailBody } from '../../../src/sandbox/page/clean-mail-body.ts';

describe('the page: pictures of a mail', () => {
  const attachment = (contentType: string, contentId: string) => ({
    ...{ name: 'x', size: 3, isInline: true, contentType, contentId },
    contentBytes: 'AAAA',
  });
  const clean = (content: string) =>
    cleanMailBody({ contentType: 'html', content }, [
      attachment('image/png', 'one'),
      attachment('image/svg+xml', 'two'),
    ]).content;

  it('stand in it when they came with it', () => {
    assert.equal(
      clean('<p><img src="cid:one" alt="A chart" onerror="x()"></p>'),
      '<p><img src="data:image/png;base64,AAAA" alt="A chart" /></p>',
    );
  });

  it('are left out when they are elsewhere, unknown or could run', () => {
    for (const source of ['cid:two', 'cid:three', 'https://evil.example/x.png', 'data:image/png;base64,AAAA'])
      assert.equal(clean(`<p><img src="${source}"></p>`), '<p></p>', source);
  });
});
