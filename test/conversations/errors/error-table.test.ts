import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { errorTable, type ErrorCode } from '../../../src/conversations/errors/error-table.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const codes = Object.keys(errorTable) as ErrorCode[];

/** What the documentation says under each heading of a code. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((part): [string, string] => {
      const [code = '', ...lines] = (part.split(/^## /m)[0] ?? '').split('\n');
      return [code.trim(), lines.join('\n').trim()];
    }),
);

describe('docs/errors.md', () => {
  it('has each code of the table once and in its order, and no other', () => {
    const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, code]) => code);
    assert.deepEqual(headings, codes);
  });

  for (const code of codes) {
    it(`says of ${code} what the table says, and what it means`, () => {
      const [status, says, next] = errorTable[code];
      const [first = '', ...meaning] = (sections.get(code) ?? '').split('\n\n');
      assert.equal(first, `${status} · “${says}” · “${next}”`);
      assert.ok(meaning.join(' ').length >= 40, 'the meaning is missing');
    });
  }

  it('links only to codes that exist', () => {
    for (const [, anchor = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) {
      assert.ok(
        codes.some((code) => code.toLowerCase() === anchor),
        anchor,
      );
    }
  });
});

describe('the error table', () => {
  for (const code of codes) {
    it(`has plain sentences and a status for ${code}`, () => {
      const [status, says, next] = errorTable[code];
      assert.ok(status === 202 || (status >= 400 && status <= 599));
      // A sentence, or one that ends with what another system said or with a link.
      for (const sentence of [says, next]) assert.match(sentence, /^[“{A-Z].*([.!?]|\{\w+\})$/);
      assert.doesNotMatch(`${says} ${next}`, /something went wrong|error|invalid|please/i);
    });
  }
});
