import assert from 'node:assert/strict';
import type { Sender } from '../../src/announcements/announcement.ts';
import {
  findAudience,
  type FindAudienceParts,
  type NamedAudience,
} from '../../src/announcements/find-audience.ts';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { ada, createWorld, finance } from '../conversations/fakes/world.ts';

const person: Sender = { kind: 'person', person: ada };
const app: Sender = { kind: 'app', tenantId: ada.tenantId, client: 'c', name: 'Helpdesk' };
const ben = 'bbbbbbbb-0000-4000-8000-00000000000b';

/** Who is meant, in a tenant where a test says who has which address and who is in which chat. */
function createFinder(state: {
  addresses?: Record<string, string[]>;
  /** Tokens that Graph refuses. */
  refused?: string[];
  chats?: Record<string, string[]>;
}) {
  const asked: unknown[] = [];
  const parts: FindAudienceParts = {
    tokens: {
      graphToken: async (_, options) => {
        asked.push(options);
        return { kind: 'token', token: `token-${asked.length}`, expiresAt: new Date() };
      },
    },
    directory: {
      ...createWorld().directory,
      groupsByMail: async () => [finance],
    },
    addressBook: {
      byMail: async (token, mail) => {
        if (state.refused?.includes(token)) throw new CodedError('SIGN_IN_EXPIRED', { claims: 'more' });
        return (state.addresses?.[mail] ?? []).map((id) => ({ id, name: mail }));
      },
    },
    rosters: {
      has: async ({ chatId }, member) => {
        const members = state.chats?.[chatId];
        return members !== undefined && (member === undefined || members.includes(member.objectId));
      },
    },
  };
  const find = (named: NamedAudience, sender = person) => findAudience(named, sender, parts);
  return { asked, find };
}

const people = (...named: string[]): NamedAudience => ({
  kind: 'people',
  objectIds: named.filter((each) => !each.includes('@')),
  addresses: named.filter((each) => each.includes('@')),
});

describe('who is meant by whom a system names', () => {
  it('are people by object id and address, each once', async () => {
    const { find, asked } = createFinder({ addresses: { 'ben@contoso.com': [ben] } });
    const audience = await find(people(ben.toUpperCase(), 'ben@contoso.com', ada.objectId));
    assert.deepEqual(audience, { kind: 'people', objectIds: [ben, ada.objectId] });
    assert.equal(asked.length, 1);
    await find(people(ben));
    assert.equal(asked.length, 1, 'ids are looked up nowhere');
  });

  it('is nobody without, and nobody with several of an address', async () => {
    const { find } = createFinder({ addresses: { 'two@contoso.com': [ben, ada.objectId] } });
    await assert.rejects(find(people(ben, 'x@contoso.com')), { code: 'PERSON_NOT_FOUND' });
    await assert.rejects(find(people('two@contoso.com')), { code: 'PERSON_AMBIGUOUS' });
  });

  it('is found with a fresh token when Graph refuses the first, and not with a third', async () => {
    const addresses = { 'ben@contoso.com': [ben] };
    const once = createFinder({ addresses, refused: ['token-1'] });
    assert.deepEqual(await once.find(people('ben@contoso.com')), { kind: 'people', objectIds: [ben] });
    assert.deepEqual(once.asked, [{}, { renew: true, claims: 'more' }]);
    const always = createFinder({ addresses, refused: ['token-1', 'token-2', 'token-3'] });
    await assert.rejects(always.find(people('ben@contoso.com')), { code: 'SIGN_IN_EXPIRED' });
    assert.equal(always.asked.length, 2);
  });

  it('are a chat’s people only where the sender is one of them, or an app that calls alone', async () => {
    const { find } = createFinder({ chats: { '19:ours': [ada.objectId], '19:theirs': [ben] } });
    const chat = (chatId: string) => ({ kind: 'chat', chatId }) as const;
    assert.deepEqual(await find(chat('19:ours')), chat('19:ours'));
    await assert.rejects(find(chat('19:theirs')), { code: 'API_CHAT_UNKNOWN' });
    assert.deepEqual(await find(chat('19:theirs'), app), chat('19:theirs'));
    await assert.rejects(find(chat('19:none'), app), { code: 'API_CHAT_UNKNOWN' });
  });

  it('can be a group or an address for a person only', async () => {
    const { find } = createFinder({});
    assert.deepEqual(await find({ kind: 'group', group: 'finance@contoso.com' }), {
      kind: 'members',
      group: { id: finance.id, name: finance.name },
    });
    await assert.rejects(find({ kind: 'group', group: 'Finance' }, app), { code: 'API_PERSON_NEEDED' });
    await assert.rejects(find(people('ben@contoso.com'), app), { code: 'API_PERSON_NEEDED' });
  });
});
