import { CodedError } from '../errors/coded-error.ts';
import type { Person } from '../person.ts';
import type { AccountProbe, Profile } from '../ports/account-probe.ts';
import type { Accounts, SignInState } from '../ports/accounts.ts';
import type { TenantFacts } from '../ports/tenant-facts.ts';
import type { AccountAnswer, FeatureState } from './account.ts';
import { permissionTable, type Feature, type FeaturePermission } from './permission-table.ts';

export interface DescribeAccountParts {
  readonly accounts: Accounts;
  readonly probe: AccountProbe;
  readonly tenants: TenantFacts;
}

/** Who a person is to Kickoff, and what it may do as them. */
export type DescribeAccount = (person: Person) => Promise<AccountAnswer>;

/**
 * Tells by the permissions that Entra said it granted, and by what Graph answers where it can be asked without writing:
 * Graph's word counts more. What cannot be asked now is taken from Entra's word alone.
 */
export function createDescribeAccount(parts: DescribeAccountParts): DescribeAccount {
  const { accounts, probe, tenants } = parts;

  async function ask(person: Person, state: SignInState): Promise<AccountAnswer> {
    if (state.kind !== 'signed-in')
      return { kind: state.kind === 'wait' ? 'not-now' : 'not-signed-in', error: state.error };
    const { token, granted, adminLink } = state;
    const [profile, groupNames, markerRefused] = await Promise.all([
      answerOf(() => probe.profile(token)),
      answerOf(() => probe.groupNames(token)),
      tenants.refusesMarker(person.tenantId),
    ]);
    const refused = new Set<Feature>();
    const proved = new Set<Feature>();
    if (profile.refused) refused.add('profile');
    if (profile.value !== undefined) proved.add('profile');
    if (groupNames.refused || groupNames.value === false) refused.add('group-names');
    if (groupNames.value === true) proved.add('group-names');
    if (markerRefused) refused.add('marker-write');
    const features = permissionTable.map((entry) => stateOf(entry, { granted, refused, proved }));
    const known: Profile | undefined = profile.value;
    return { kind: 'signed-in', account: { profile: known, features, adminLink } };
  }

  return async (person) => {
    const state = await accounts.describe(person);
    try {
      return await ask(person, state);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'SIGN_IN_EXPIRED') throw error;
      // Graph refused the token that was kept: one fresh one is tried, then the person is asked.
      const { claims } = error.details;
      const renewed = await accounts.describe(person, {
        renew: true,
        ...(claims !== undefined && { claims }),
      });
      return ask(person, renewed).catch((again: unknown) => {
        if (!(again instanceof CodedError) || again.code !== 'SIGN_IN_EXPIRED') throw again;
        return { kind: 'not-signed-in', error: again };
      });
    }
  };
}

function stateOf(
  entry: FeaturePermission,
  known: {
    granted: readonly string[];
    refused: ReadonlySet<Feature>;
    proved: ReadonlySet<Feature>;
  },
): FeatureState {
  const has = new Set(known.granted.map((name) => name.toLowerCase()));
  const granted = entry.anyOf.some((name) => has.has(name.toLowerCase()));
  if (known.proved.has(entry.feature)) return { ...entry, state: 'granted' };
  if (!granted) return { ...entry, state: 'missing' };
  return { ...entry, state: known.refused.has(entry.feature) ? 'refused' : 'granted' };
}

/** What Graph answered to a question; neither a value nor a refusal when it could not be asked now. */
async function answerOf<T>(question: () => Promise<T>): Promise<{ value?: T; refused: boolean }> {
  try {
    return { value: await question(), refused: false };
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'SIGN_IN_EXPIRED') throw error;
    return { refused: error.status === 403 };
  }
}
