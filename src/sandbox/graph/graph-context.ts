import type { SandboxPerson, SandboxTenant } from '../tenant/tenant.ts';
import type { TenantProfile } from '../tenant/profile.ts';
import type { GraphClaims } from './graph-claims.ts';
import type { Mailboxes } from './mailboxes.ts';

/** The app in people's personal scope. */
export interface PersonalApps {
  isInstalled(personId: string): boolean;
  /** @returns false when it was there */
  install(personId: string): boolean;
  chatId(personId: string): string;
}

/** What every operation of Graph works on. */
export interface GraphContext {
  tenant: SandboxTenant;
  profile: () => TenantProfile;
  now: () => Date;
  ids: () => string;
  mailboxes: Mailboxes;
  apps: PersonalApps;
}

/** Who calls, with what permissions. */
export interface Caller {
  claims: GraphClaims;
  /** The signed-in person; missing for an app of its own. */
  person?: SandboxPerson;
  /** Delegated or application permissions, whichever the token has. */
  permissions: ReadonlySet<string>;
}

/** One request to an operation. */
export interface GraphCall {
  context: GraphContext;
  caller: Caller;
  version: 'v1.0' | 'beta';
  /** Origin and path as called, for links to the next page. */
  address: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  header(name: string): string | undefined;
  /** The JSON body; 400 when it is none, 413 above 4 MB. */
  body(): Promise<unknown>;
}

export interface GraphAnswer {
  status: number;
  body?: Readonly<Record<string, unknown>>;
  /** In place of a body: plain text, as `$count` is answered. */
  text?: string;
}

export type GraphOperation = (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
