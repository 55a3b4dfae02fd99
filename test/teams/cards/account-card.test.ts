import assert from 'node:assert/strict';
import type { AccountAnswer } from '../../../src/conversations/account/account.ts';
import { permissionTable } from '../../../src/conversations/account/permission-table.ts';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import { accountCard } from '../../../src/teams/cards/account-card.ts';
import { english as texts } from '../../../src/teams/texts/english.ts';
import { german } from '../../../src/teams/texts/german.ts';
import { ada } from '../../conversations/fakes/world.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';

const adminLink = 'https://login.example/t/adminconsent?client_id=a';

function answer(states: Record<string, 'missing' | 'refused'> = {}, name = 'Ada Vance'): AccountAnswer {
  const features = permissionTable.map((entry) => ({ ...entry, state: states[entry.feature] ?? 'granted' }));
  return {
    kind: 'signed-in',
    account: {
      profile: { name, mail: 'ada@contoso.com', organisation: 'Contoso' },
      features: features as never,
      adminLink,
    },
  };
}

function textOf(card: object): string {
  const runs = everything(card as never).map(({ text }) => text);
  return runs
    .filter(Boolean)
    .join('\n')
    .replaceAll(/[\u2068\u2069]/g, '');
}

describe('accountCard', () => {
  const cards = [
    answer(),
    answer({ posting: 'missing', watching: 'missing' }),
    answer({ 'marker-write': 'refused' }),
    { kind: 'not-signed-in', error: new CodedError('ADMIN_CONSENT_REQUIRED', { link: adminLink }) },
    { kind: 'not-now', error: new CodedError('SIGN_IN_UNAVAILABLE') },
  ] as const satisfies AccountAnswer[];
  const cardOf = (each: AccountAnswer) => accountCard({ author: ada, answer: each, texts });

  it('renders', () => cards.forEach((each) => checkCard(cardOf(each))));
  it('keeps to the published schema', () => cards.forEach((each) => checkCardSchema(cardOf(each))));

  it('says who it is, and everything that is allowed', () => {
    const text = textOf(cardOf(cards[0]));
    for (const part of ['Ada Vance', 'ada@contoso.com', `Contoso (${ada.tenantId})`, texts.whoami.allowed])
      assert.ok(text.includes(part), part);
    for (const { feature } of permissionTable) assert.ok(text.includes(texts.whoami.features[feature].does));
    assert.ok(!text.includes(texts.whoami.notAllowed));
    assert.ok(!JSON.stringify(cardOf(cards[0])).includes(adminLink), 'nothing is to be granted');
  });

  it('names each missing permission, what happens without it, and who can grant it', () => {
    const text = textOf(cardOf(cards[1]));
    assert.match(
      text,
      /Missing: Group-Conversation\.ReadWrite\.All or Group\.ReadWrite\.All\. Without it I cannot post/,
    );
    assert.match(text, /Missing: Group\.Read\.All\. Without it .* look for them from time to time/);
    assert.ok(text.includes(adminLink));
    const opens = everything(cardOf(cards[1])).filter(({ type }) => type === 'Action.OpenUrl');
    assert.deepEqual(
      opens.map(({ url }) => url),
      [adminLink],
    );
  });

  it('joins permissions the way each language does', () => {
    assert.match(textOf(accountCard({ author: ada, answer: cards[1], texts: german })), /All oder Group\./);
  });

  it('asks no administrator for what was granted and is refused all the same', () => {
    const text = textOf(cardOf(cards[2]));
    assert.ok(text.includes(texts.whoami.refused));
    assert.ok(!text.includes(adminLink));
  });

  it('says why nobody is signed in, and what to do', () => {
    const text = textOf(cardOf(cards[3]));
    assert.match(text, /You are not signed in/);
    assert.ok(text.includes('Group-Conversation.ReadWrite.All') && text.includes(adminLink));
  });

  it('says once that nobody is signed in, and which command changes it', () => {
    const error = new CodedError('SIGN_IN_REQUIRED');
    const text = textOf(cardOf({ kind: 'not-signed-in', error }));
    assert.equal(text.match(/not signed in/g)?.length, 1);
    assert.match(text, /Type “sign in”/);
  });

  it('shows names as they are', () => {
    for (const hostile of hostileTexts) checkCard(cardOf(answer({}, hostile)));
  });
});
