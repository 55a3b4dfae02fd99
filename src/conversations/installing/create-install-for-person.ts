import { CodedError } from '../errors/coded-error.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import type { Person } from '../person.ts';
import type { AppCatalogue } from '../ports/app-catalogue.ts';
import type { AppTokens } from '../ports/app-tokens.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PersonInstalls } from '../ports/person-installs.ts';
import type { InstallAnswer } from './install-answer.ts';

export type InstallForPerson = (person: Person) => Promise<InstallAnswer>;

/** What became of one try. */
export type InstallOutcome = 'installed' | 'refused' | 'later';

export interface InstallParts {
  appTokens: AppTokens;
  catalogue: AppCatalogue;
  installs: PersonInstalls;
  clock: Clock;
  log: Log;
  /** Told of every try, for the operator's metrics. */
  count: (outcome: InstallOutcome) => void;
}

/** Longest time that one try takes, in milliseconds: a token, the catalogue, the installation. */
const holdMs = 60_000;
/** After a refusal, or an installation, nobody tries again for the same person for six hours. */
const restMs = 6 * 3_600_000;
/** How long a tenant is left alone that refuses the app itself, in milliseconds. */
const tenantRestMs = 3_600_000;
/** How long the id in the catalogue is kept, in milliseconds. */
const appIdMs = 3_600_000;
/** How long somebody waits whom another instance is at, or when Microsoft 365 does not answer, in milliseconds. */
const soonMs = 10_000;
const laterMs = 60_000;
/** An installation takes effect within this time, in milliseconds, or somebody has removed it again. */
const effectMs = 600_000;

/** What passes. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'SIGN_IN_UNAVAILABLE',
  'SIGN_IN_THROTTLED',
  'GRAPH_UNREACHABLE',
  'GRAPH_THROTTLED',
]);
/** What is about the app and not about the person. */
const ofTenant: ReadonlySet<ErrorCode> = new Set([
  'REGISTRATION_REFUSED',
  'READ_PERMISSION_MISSING',
  'SIGN_IN_EXPIRED',
]);

/**
 * Installs Kickoff for somebody who has to be told something and never had it. Nobody who has removed it gets it again, and
 * nobody is tried more than once in six hours, over all instances.
 */
export function createInstallForPerson(parts: InstallParts): InstallForPerson {
  const { appTokens, catalogue, installs, clock, log, count } = parts;
  const appIds = new Map<string, { id: string; until: number }>();
  const resting = new Map<string, { until: number; kind: 'later' | 'no' }>();
  const now = (): number => clock.now().getTime();

  function rest(tenantId: string, kind: 'later' | 'no', ms: number): void {
    resting.set(tenantId, { until: now() + ms, kind });
  }

  async function appIdOf(tenantId: string, token: string): Promise<string | undefined> {
    const known = appIds.get(tenantId);
    if (known !== undefined && now() < known.until) return known.id;
    const id = await catalogue.findApp(token);
    if (id !== undefined) appIds.set(tenantId, { id, until: now() + appIdMs });
    return id;
  }

  async function tryFor(person: Person): Promise<InstallAnswer> {
    const { tenantId: tenant, objectId } = person;
    try {
      const token = await appTokens.graphToken(tenant);
      const appId = await appIdOf(tenant, token);
      if (appId === undefined) {
        log.warn({ tenant }, 'people cannot be given Kickoff: it is not in the tenant’s app catalogue');
        return await refused(person, 'tenant');
      }
      await catalogue.install(person, appId, token);
      log.info({ tenant, person: objectId }, 'Kickoff was installed for somebody');
      await installs.end(person, 'installed', restMs);
      count('installed');
      return { kind: 'installed' };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      const { code } = error;
      log.warn({ tenant, person: objectId, code, error }, 'Kickoff could not be installed for somebody');
      if (!passing.has(code)) return refused(person, ofTenant.has(code) ? 'tenant' : 'person');
      const afterMs = Number(error.details['retryAfterMs'] ?? laterMs);
      rest(tenant, 'later', afterMs);
      await installs.end(person, 'refused', 0);
      count('later');
      return { kind: 'later', afterMs };
    }
  }

  async function refused(person: Person, scope: 'tenant' | 'person'): Promise<InstallAnswer> {
    if (scope === 'tenant') {
      // The catalogue may have the app under another id by then.
      appIds.delete(person.tenantId);
      rest(person.tenantId, 'no', tenantRestMs);
    }
    // What is wrong with the tenant says nothing about the person.
    await installs.end(person, 'refused', scope === 'tenant' ? 0 : restMs);
    count('refused');
    return { kind: 'no' };
  }

  return async (person) => {
    const pause = resting.get(person.tenantId);
    const pauseMs = (pause?.until ?? 0) - now();
    if (pause !== undefined && pauseMs > 0)
      return pause.kind === 'no' ? { kind: 'no' } : { kind: 'later', afterMs: pauseMs };
    const before = await installs.begin(person, holdMs);
    if (before === undefined) return tryFor(person);
    if (before.state === 'trying') return { kind: 'later', afterMs: soonMs };
    return before.state === 'installed' && before.sinceMs < effectMs ? { kind: 'installed' } : { kind: 'no' };
  };
}
