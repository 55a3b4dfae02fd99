import assert from 'node:assert/strict';
import { errorTable } from '../../../src/conversations/errors/error-table.ts';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import { commandTable } from '../../../src/teams/commands/command-table.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { german } from '../../../src/teams/texts/german.ts';
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
      assert.ok(texts.error({ code: 'FILE_NOT_FETCHED' }).says.includes('…'));
    });

    it('never say an id for a group', () => {
      const group = 'dddddddd-0000-4000-8000-000000000001';
      for (const code of Object.keys(errorTable) as (keyof typeof errorTable)[]) {
        const { says, next } = texts.error({ code, details: { group } });
        const unnamed = texts.error({ code });
        assert.ok(!`${says} ${next}`.includes(group), code);
        assert.deepEqual({ says, next }, unnamed, code);
        assert.match(says, /^[“„]?(?:\p{Lu}|…|\d)/u, code);
      }
    });

    it('name the button to sign in as it is called', () => {
      for (const code of ['CONSENT_REQUIRED', 'SIGN_IN_CANCELLED', 'SIGN_IN_OTHER_BROWSER'] as const)
        assert.ok(texts.error({ code }).next.includes(texts.signIn.button), code);
    });

    it('name only commands that there are', () => {
      const quoted = [...all].flatMap(([place, sentence]) =>
        place.startsWith('error.SIGN_IN') || /^(?:help|oldButton|useTheChat|signIn)\b/.test(place)
          ? [...sentence.matchAll(/[“„]([^“”]+)[“”]/g)].map(([, word = '']) => word)
          : [],
      );
      assert.ok(quoted.length >= 5);
      const known = new Set([...commandTable.flatMap(({ words }) => words), texts.signIn.button]);
      assert.deepEqual(
        quoted.filter((word) => !known.has(word)),
        [],
      );
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

describe('german', () => {
  const all = sentencesOf(german);
  /** Words that both languages have, and what is no language at all. */
  const shared = [
    'form.body',
    'form.peoplePlaceholder',
    'housekeeping.forwardPlaceholder',
    'announcement.report.columns.0',
    'whoami.name',
    'whoami.organisation',
  ];

  it('leaves nothing in English', () => {
    const same = [...all].filter(([place, sentence]) => sentence === inEnglish.get(place));
    assert.deepEqual(
      same.map(([place]) => place),
      shared,
    );
    for (const [place, sentence] of all) {
      // Commands are English in every language.
      const bare = sentence.replaceAll(/„[^“]*“|\{\w+\}/g, '');
      assert.doesNotMatch(
        bare,
        /\b(?:the|you|your|and|not|is|are|it|this|with|what|of|to|for|posted)\b/i,
        place,
      );
    }
  });

  it('quotes „so“ and calls people Sie', () => {
    for (const [place, sentence] of all) {
      assert.doesNotMatch(sentence, /["”]/, place);
      assert.equal(sentence.split('„').length, sentence.split('“').length, place);
      assert.doesNotMatch(sentence, /\b(?:du|dir|dich|dein\w*)\b/i, place);
    }
  });

  it('bends what stands for a group without a name', () => {
    assert.match(german.error({ code: 'POSTING_NOT_ALLOWED' }).says, /in der gewählten Gruppe/);
    assert.match(german.error({ code: 'TARGET_GONE' }).says, /^Die gewählte Gruppe oder/);
    assert.match(german.error({ code: 'MAILBOX_UNAVAILABLE' }).says, /^Für die gewählte Gruppe/);
  });

  it('writes numbers as German does', () => assert.match(german.form.tooLongToEdit(60_000), /60\.000/));
});
