import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameMentions } from '../../../src/teams/commands/name-mentions.ts';
import { parseRecipients } from '../../../src/teams/commands/parse-recipients.ts';

const known = new Map([
  ['ben ray', { name: 'Ben Ray', address: 'ben@contoso.com' }],
  ['chika', { name: 'Chika', address: 'cccccccc-0000-4000-8000-00000000000c' }],
  ['dana "d" l', { name: 'Dana "D" L' }],
]);
const read = (list: string) => parseRecipients(nameMentions(list, known));
const ben = { address: 'ben@contoso.com', name: 'Ben Ray' };

describe('nameMentions', () => {
  it('writes the address, the object id, or else the name', () => {
    assert.deepEqual(
      read('<at>Ben&nbsp;Ray</at>, <at id="1">Chika</at>; <at>Dana "D" L</at>, <at>Eve</at>'),
      {
        recipients: [ben],
        names: ['cccccccc-0000-4000-8000-00000000000c', 'Dana D L', 'Eve'],
        invalid: [],
      },
    );
  });

  for (const list of [
    '<at>Ben Ray</at> <at>Chika</at>',
    '<at>Ben Ray</at><at>Chika</at>',
    '<at>Ben Ray</at> and <at>Chika</at>',
    '<at>Ben Ray</at> und <at>Chika</at>',
    '<at>Ben Ray</at>,<at>Chika</at>,',
  ]) {
    it(`separates mentions: ${list}`, () => {
      const { recipients, names, invalid } = read(list);
      assert.deepEqual([recipients, names.length, invalid], [[ben], 1, []]);
    });
  }

  it('leaves a list without mentions as it is, and never throws', () => {
    const part = fc.constantFrom(
      '<at>',
      '</at>',
      '<at>Ben Ray</at>',
      'and',
      ',',
      ' ',
      'x',
      '"',
      '<',
      '>',
      '&nbsp;',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30, size: 'max' }), (parts) => {
        const list = parts.join('');
        const named = nameMentions(list, known);
        if (!list.includes('<at')) assert.equal(named, list);
        assert.doesNotMatch(named, /<at>Ben Ray<\/at>/);
        parseRecipients(named);
      }),
      { seed: 20261121 },
    );
  });

  it('reads 100 KB in time', () => {
    const begun = performance.now();
    for (const list of ['<at>'.repeat(25_000), '<at>Ben Ray</at> '.repeat(6_000), '<at x'.repeat(20_000)])
      nameMentions(list, known);
    assert.ok(performance.now() - begun < 1_500);
  });
});
