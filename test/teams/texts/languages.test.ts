import assert from 'node:assert/strict';
import { errorTable } from '../../../src/conversations/errors/error-table.ts';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { filledIn, sentencesOf } from './sentences-of.ts';

const inEnglish = sentencesOf(english);

for (const texts of languages) {
  describe(`the texts in ${texts.language}`, () => {
    const all = sentencesOf(texts);

    it('have no empty sentence, no markup and nothing unfilled', () => {
      assert.ok(all.size > 50);
      for (const [place, sentence] of all) {
        assert.equal(sentence, sentence.trim(), place);
        assert.notEqual(sentence, '', place);
        const bare = sentence.replaceAll(/⟦\d⟧|\{\w+\}/g, '');
        assert.doesNotMatch(bare, /[*`[\]{}<>#⟦⟧]|undefined|\bNaN\b|\boops\b|something went wrong/i, place);
        // A gap where a word is filled in that no detail has.
        if (place.startsWith('error.')) assert.doesNotMatch(bare, /…/, place);
      }
    });

    it('have the sentences of English, with the same words filled in', () => {
      assert.deepEqual([...all.keys()], [...inEnglish.keys()]);
      for (const [place, sentence] of all)
        assert.deepEqual(filledIn(sentence), filledIn(inEnglish.get(place) ?? ''), place);
    });

    it('fill words in as they are', () => {
      const { says } = texts.error({ code: 'GROUP_NOT_FOUND', details: { group: '$& {group} $1' } });
      assert.ok(says.includes('$& {group} $1'));
      assert.ok(texts.error({ code: 'GROUP_AMBIGUOUS' }).says.includes('…'));
    });
  });
}

describe('english', () => {
  it('says errors as the table does', () => {
    for (const code of Object.keys(errorTable) as (keyof typeof errorTable)[]) {
      const { says, next } = new CodedError(code, { group: 'Finance' });
      assert.deepEqual(english.error({ code, details: { group: 'Finance' } }), { says, next });
    }
  });

  it('writes numbers as English does', () => assert.match(english.form.tooLongToEdit(60_000), /60,000/));
});
