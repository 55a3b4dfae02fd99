import { randomUUID } from 'node:crypto';
import { EntraError, type Refusal } from './entra-error.ts';

/**
 * What stands between a person and a token:
 * - `disabled`: the account;
 * - `blocked`: a conditional access policy that no sign-in meets;
 * - `second-factor`, `enrolment`: one that is met by signing in with the claims that its refusal names.
 */
export type Obstacle = 'disabled' | 'blocked' | 'second-factor' | 'enrolment';

export interface AccessRules {
  /** Puts an obstacle in a person's way, or (undefined) takes it away. */
  set(personId: string, obstacle: Obstacle | undefined): void;
  /** @throws EntraError when no browser could get past it either. */
  checkSignIn(personId: string): void;
  /**
   * @param met policies that the person met when they signed in
   * @throws EntraError unless the person may have a token; with the claims that would help
   */
  checkToken(personId: string, met: readonly string[]): void;
}

/** Conditional access and accounts of one tenant, in memory; nothing stands in anybody's way at first. */
export function createAccessRules(): AccessRules {
  const obstacles = new Map<string, { obstacle: Obstacle; policy: string }>();
  const final: Partial<Record<Obstacle, Refusal>> = { disabled: 'accountDisabled', blocked: 'accessBlocked' };

  function checkSignIn(personId: string): void {
    const found = obstacles.get(personId);
    const refusal = found && final[found.obstacle];
    if (refusal !== undefined) throw new EntraError(refusal);
  }

  return {
    set(personId, obstacle) {
      if (obstacle === undefined) obstacles.delete(personId);
      else obstacles.set(personId, { obstacle, policy: randomUUID() });
    },
    checkSignIn,
    checkToken(personId, met) {
      checkSignIn(personId);
      const found = obstacles.get(personId);
      if (found === undefined || met.includes(found.policy)) return;
      const claims = { access_token: { capolids: { essential: true, values: [found.policy] } } };
      const refusal = found.obstacle === 'enrolment' ? 'enrolmentRequired' : 'secondFactorRequired';
      throw new EntraError(refusal, '00000003-0000-0000-c000-000000000000', JSON.stringify(claims));
    },
  };
}
