import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeCsv } from '../../../src/teams/announcements/write-csv.ts';

/** Reads what RFC 4180 describes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy);
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('writing CSV', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a') }),
  );

  it('gives every cell back as it was, but for what a spreadsheet could take for a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const text = writeCsv(rows).toString('utf8');
        assert.ok(text.startsWith('\uFEFF'));
        const read = readCsv(text.slice(1));
        const expected = rows.map((row) =>
          row.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each)),
        );
        assert.deepEqual(
          read,
          expected.map((row) => row.map((each) => each.toWellFormed())),
        );
        assert.ok(read.flat().every((each) => !/^[=+\-@\t\r]/.test(each)));
      }),
    );
  });
});
