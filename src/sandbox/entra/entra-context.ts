import type { TenantProfile } from '../tenant/profile.ts';
import type { SandboxTenant } from '../tenant/tenant.ts';
import type { AccessEvaluation } from './access-evaluation.ts';
import type { AccessRules } from './access-rules.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { Consents } from './consents.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import type { TokenSigner } from './token-signer.ts';

/** What the parts of the sandbox's Entra share. */
export interface EntraContext {
  readonly tenant: SandboxTenant;
  readonly profile: () => TenantProfile;
  readonly now: () => Date;
  /** Origin of the HTTPS server: issuer, tokens, keys, and Graph's audience. */
  readonly cloudOrigin: () => string;
  /** Origin of the plain page: where browsers sign in. */
  readonly pageOrigin: () => string;
  /** PEM certificates registered on the app. */
  readonly certificates: readonly string[];
  /** Resources besides Graph and the app itself for which app tokens are issued. */
  readonly appResources: readonly string[];
  readonly signer: TokenSigner;
  readonly consents: Consents;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
  readonly rules: AccessRules;
  readonly evaluation: AccessEvaluation;
}
