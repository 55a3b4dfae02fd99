import assert from 'node:assert/strict';

import { english } from '../../../src/teams/texts/english.ts';

/** Every sentence of a language, functions called with the longest sensible arguments. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [String((value as (...given: unknown[]) => unknown)(12_345, 12_345))];
  return Object.values(value as object).flatMap(sentences);
}

describe('english', () => {
  it('has no empty sentence, no markup and no placeholder left', () => {
    const all = sentences(english);
    assert.ok(all.length > 50);
    for (const sentence of all) {
      assert.equal(sentence, sentence.trim());
      assert.notEqual(sentence, '');
      assert.doesNotMatch(sentence, /[*_`[\]{}<>#]|undefined|NaN|\boops\b|something went wrong/i, sentence);
    }
  });

  it('fills in what it is given', () => {
    assert.match(english.form.restrictedTo('Ada'), /Ada/);
    assert.match(english.receipt.waitingUntil('14:05'), /14:05/);
    assert.match(english.form.tooLongToEdit(60_000), /60,000/);
    assert.match(english.command.quoteNotClosed('"Bud'), /"Bud/);
  });
});
