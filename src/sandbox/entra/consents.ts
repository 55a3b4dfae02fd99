import { applicationPermissions } from './application-permissions.ts';
import { delegatedPermissions } from './delegated-permissions.ts';

/** Who agreed to what: Graph's delegated permissions that the app may use for a person. */
export interface Consents {
  /** The person agrees; all of the app's permissions unless named. */
  grant(personId: string, permissions?: Iterable<string>): void;
  /** An administrator agrees for everybody. */
  grantForAll(permissions?: Iterable<string>): void;
  /** Takes back what the person agreed to; what an administrator granted stays. */
  withdraw(personId: string, permissions?: Iterable<string>): void;
  /** Takes back the administrator's consent. */
  withdrawForAll(permissions?: Iterable<string>): void;
  /** An administrator lets the app itself do something, without anybody: all of its application permissions unless named. */
  grantToApp(permissions?: Iterable<string>): void;
  withdrawFromApp(permissions?: Iterable<string>): void;
  /** What the app may do by itself, in the registration's order. */
  grantedToApp(): string[];
  /** What the app may do for this person, in the registration's order. */
  granted(personId: string): string[];
  /** From now on only an administrator may agree to these. */
  requireAdmin(permissions: Iterable<string>): void;
  /** Those of `permissions` that the person may not agree to alone and that no administrator granted. */
  blocked(permissions: Iterable<string>): string[];
}

/** Consents of one tenant, in memory; nobody has agreed to anything at first. */
export function createConsents(): Consents {
  const people = new Map<string, Set<string>>();
  const everybody = new Set<string>();
  const adminOnly = new Set<string>();
  const ofApp = new Set<string>();

  function of(personId: string): Set<string> {
    let own = people.get(personId);
    if (!own) people.set(personId, (own = new Set()));
    return own;
  }

  return {
    grant(personId, permissions = delegatedPermissions) {
      for (const permission of permissions) of(personId).add(permission);
    },
    grantForAll(permissions = delegatedPermissions) {
      for (const permission of permissions) everybody.add(permission);
    },
    withdraw(personId, permissions = delegatedPermissions) {
      for (const permission of permissions) of(personId).delete(permission);
    },
    withdrawForAll(permissions = delegatedPermissions) {
      for (const permission of permissions) everybody.delete(permission);
    },
    grantToApp(permissions = applicationPermissions) {
      for (const permission of permissions) ofApp.add(permission);
    },
    withdrawFromApp(permissions = applicationPermissions) {
      for (const permission of permissions) ofApp.delete(permission);
    },
    grantedToApp: () => applicationPermissions.filter((each) => ofApp.has(each)),
    granted: (personId) =>
      delegatedPermissions.filter((each) => everybody.has(each) || of(personId).has(each)),
    requireAdmin(permissions) {
      adminOnly.clear();
      for (const permission of permissions) adminOnly.add(permission);
    },
    blocked: (permissions) => [...permissions].filter((each) => adminOnly.has(each) && !everybody.has(each)),
  };
}
