import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeHtml } from '../../../src/http/pages/escape-html.ts';

describe('escapeHtml', () => {
  it('leaves no character that ends an element or a quoted attribute, and loses nothing', () => {
    const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        assert.doesNotMatch(escaped, /[<>"']/);
        assert.equal(
          escaped.replaceAll(/&([^;]+);/g, (_, name: string) => entities[name] ?? '?'),
          text,
        );
      }),
      { seed: 4 },
    );
  });
});
