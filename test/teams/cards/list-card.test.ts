import assert from 'node:assert/strict';
import type { ListItem } from '../../../src/conversations/ports/lists.ts';
import { listCard } from '../../../src/teams/cards/list-card.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';

const outlook = 'https://outlook.office.com';
const group = { id: 'g1', name: 'Finance', mail: 'finance@contoso.com' };
const conversation = {
  id: 'c1',
  topic: 'Budget',
  preview: 'The last words',
  lastDelivered: new Date('2026-11-20T12:00:00Z'),
};

function render(items: readonly ListItem[], from = 0, notes: readonly string[] = []) {
  const list = { id: 'list', items, expiresAt: new Date('2026-11-20T13:00:00Z') };
  const [texts] = languages;
  return listCard({ list, from, notes, texts, outlook, timeZone: 'Europe/Paris', locale: 'en-GB' });
}

const many = Array.from({ length: 12 }, () => ({ group, conversation }));
const cards = [render(many), render(many, 10), render([{ group }, { group: { id: 'g2', name: 'Bare' } }])];

describe('listCard', () => {
  it('renders, and shows six buttons at most outside the overflow', () => {
    for (const card of cards) {
      checkCard(card);
      const buttons = everything(card).filter(
        ({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl',
      );
      assert.ok(buttons.filter(({ mode }) => mode !== 'secondary').length <= 6);
      for (const { mode, fallback } of buttons)
        if (fallback !== undefined) assert.equal((fallback as { mode?: string }).mode, mode);
    }
  });

  it('keeps to the published schema', () => cards.forEach(checkCardSchema));

  it('numbers its lines from the beginning of the list', () => {
    assert.match(JSON.stringify(cards[0]), /#1 .*#5 .*7 more/s);
    assert.doesNotMatch(JSON.stringify(cards[0]), /#6/);
    assert.match(JSON.stringify(cards[1]), /#11 .*#12 /s);
    assert.doesNotMatch(JSON.stringify(cards[1]), / more"/);
    assert.match(JSON.stringify(cards[0]), /20 Nov, 13:00/);
  });

  for (const text of hostileTexts) {
    it(`shows ${JSON.stringify(text)} only in text runs or escaped`, () => {
      const hostile = {
        group: { id: text, name: text, mail: text },
        conversation: { ...conversation, topic: text, preview: text },
      };
      for (const items of [[hostile], [{ group: hostile.group }], [hostile, { group, conversation }]]) {
        const card = render(items, 0, [text]);
        checkCard(card);
        for (const element of everything(card)) {
          if (element['type'] === 'TextBlock') assert.ok(!String(element['text']).includes(text.slice(0, 8)));
          if (element['type'] === 'TextRun')
            assert.doesNotMatch(String(element['text']), /\{\{(DATE|TIME)|\u202e/);
        }
        assert.doesNotMatch(card.fallbackText + card.speak, /[<>*`[\]\n]|\{\{|:\/\//);
      }
    });
  }

  it('stays small enough for Teams with long names and words', () => {
    const long = 'x'.repeat(20_000);
    const item = {
      group: { ...group, name: long },
      conversation: { ...conversation, topic: long, preview: long },
    };
    checkCard(render([item, ...many, item, item].toReversed(), 0, [long]));
  });
});
