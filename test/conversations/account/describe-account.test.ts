import assert from 'node:assert/strict';
import { createDescribeAccount } from '../../../src/conversations/account/describe-account.ts';
import type { SignInState } from '../../../src/conversations/ports/accounts.ts';
import type { Feature } from '../../../src/conversations/account/permission-table.ts';
import { ada, coded } from '../fakes/world.ts';

const adminLink = 'https://login.example/adminconsent';
const signedIn = (...granted: string[]): SignInState => ({
  kind: 'signed-in',
  token: 'token',
  granted,
  adminLink,
});

/** What is found out about Ada when Entra and Graph answer this. */
function describeAda(parts: {
  states: SignInState[];
  profile?: () => object;
  groupNames?: () => boolean | undefined;
  markerRefused?: boolean;
}) {
  const asked: unknown[] = [];
  const describeAccount = createDescribeAccount({
    accounts: {
      describe: async (_, options) => {
        asked.push(options);
        return parts.states.length > 1 ? parts.states.shift()! : parts.states[0]!;
      },
    },
    probe: {
      profile: async () => (parts.profile ?? (() => ({ name: 'Ada Vance', mail: 'ada@contoso.com' })))(),
      groupNames: async () => (parts.groupNames ?? (() => true))(),
    },
    tenants: {
      refusesMarker: async () => parts.markerRefused ?? false,
      rememberMarkerRefused: async () => {},
    },
  });
  return { asked, answer: describeAccount(ada) };
}

async function statesOf(parts: Parameters<typeof describeAda>[0]): Promise<Record<Feature, string>> {
  const answer = await describeAda(parts).answer;
  assert.ok(answer.kind === 'signed-in');
  const { features } = answer.account;
  return Object.fromEntries(features.map(({ feature, state }) => [feature, state])) as Record<
    Feature,
    string
  >;
}

describe('describing an account', () => {
  const least = ['Group-Conversation.ReadWrite.All', 'GroupMember.Read.All', 'User.Read'];

  it('tells what was granted from what is missing, in any case', async () => {
    assert.deepEqual(await statesOf({ states: [signedIn(...least.map((name) => name.toLowerCase()))] }), {
      posting: 'granted',
      'marker-write': 'missing',
      'marker-read': 'missing',
      'group-names': 'granted',
      profile: 'granted',
      'people-search': 'missing',
      watching: 'missing',
    });
  });

  it('has everything with the broad permissions and people search', async () => {
    const broad = ['Group.ReadWrite.All', 'User.Read', 'User.ReadBasic.All'];
    const states = await statesOf({ states: [signedIn(...broad, 'Group.Read.All')] });
    assert.deepEqual([...new Set(Object.values(states))], ['granted']);
    // A permission to write is documented not to do for a subscription.
    const { watching, ...others } = await statesOf({ states: [signedIn(...broad)] });
    assert.equal(watching, 'missing');
    assert.deepEqual([...new Set(Object.values(others))], ['granted']);
  });

  it('believes Graph more than Entra', async () => {
    const denied = () => {
      throw coded('READ_PERMISSION_MISSING');
    };
    const all = ['Group.ReadWrite.All', 'User.Read'];
    const states = [signedIn(...all)];
    assert.equal((await statesOf({ states, profile: denied })).profile, 'refused');
    assert.equal((await statesOf({ states, groupNames: () => false }))['group-names'], 'refused');
    assert.equal((await statesOf({ states, markerRefused: true }))['marker-write'], 'refused');
    assert.equal((await statesOf({ states: [signedIn()] }))['group-names'], 'granted', 'Graph told a name');
  });

  it('goes by Entra alone where Graph cannot be asked now, or has nothing to tell', async () => {
    const down = () => {
      throw coded('GRAPH_UNREACHABLE');
    };
    const states = [signedIn(...least)];
    const found = await statesOf({ states, profile: down, groupNames: down });
    assert.deepEqual([found.profile, found['group-names']], ['granted', 'granted']);
    const none = await statesOf({ states: [signedIn()], groupNames: () => undefined });
    assert.equal(none['group-names'], 'missing');
  });

  it('tries one fresh token when Graph refuses the kept one, with its claims', async () => {
    const answers = [coded('SIGN_IN_EXPIRED', { claims: '{"a":1}' }), undefined];
    const { asked, answer } = describeAda({
      states: [signedIn(...least)],
      profile: () => {
        const error = answers.shift();
        if (error !== undefined) throw error;
        return { name: 'Ada' };
      },
    });
    assert.equal((await answer).kind, 'signed-in');
    assert.deepEqual(asked, [undefined, { renew: true, claims: '{"a":1}' }]);

    const twice = describeAda({
      states: [signedIn(...least)],
      profile: () => {
        throw coded('SIGN_IN_EXPIRED');
      },
    });
    const refused = await twice.answer;
    assert.ok(refused.kind === 'not-signed-in' && refused.error.code === 'SIGN_IN_EXPIRED');
    assert.equal(twice.asked.length, 2);
  });

  it('says why nobody is signed in, and when that cannot be told now', async () => {
    for (const [state, kind] of [
      [{ kind: 'sign-in', error: coded('ADMIN_CONSENT_REQUIRED', { link: adminLink }) }, 'not-signed-in'],
      [{ kind: 'wait', error: coded('SIGN_IN_UNAVAILABLE') }, 'not-now'],
    ] as const) {
      const answer = await describeAda({ states: [state] }).answer;
      assert.deepEqual(answer, { kind, error: state.error });
    }
  });
});
