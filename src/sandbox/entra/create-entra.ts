import type { JWTPayload } from 'jose';
import type { Server } from 'restify';
import type { MakeKeyPair } from '../server/make-key-pair.ts';
import type { TenantProfile } from '../tenant/profile.ts';
import type { SandboxTenant } from '../tenant/tenant.ts';
import { createAccessEvaluation, type AccessEvaluation } from './access-evaluation.ts';
import { createAccessRules, type AccessRules } from './access-rules.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import { createConsents, type Consents } from './consents.ts';
import type { EntraContext } from './entra-context.ts';
import { issueApiToken } from './issue-api-token.ts';
import { issueAppToken } from './issue-app-token.ts';
import { issuerOf } from './issuer-of.ts';
import { mountAdminConsent, redirectAdminConsent } from './mount-admin-consent.ts';
import { mountAuthorize } from './mount-authorize.ts';
import { mountMetadata } from './mount-metadata.ts';
import { mountToken } from './mount-token.ts';
import { personClaims } from './person-claims.ts';
import { createRefreshTokens } from './refresh-tokens.ts';
import { createTokenSigner } from './token-signer.ts';

export interface EntraOptions {
  readonly tenant: SandboxTenant;
  readonly profile: () => TenantProfile;
  readonly now: () => Date;
  /** Origin of the HTTPS server, known once it listens. */
  readonly cloudOrigin: () => string;
  /** Origin of the plain page, known once it listens. */
  readonly pageOrigin: () => string;
  /** PEM certificates registered on the app, for client assertions. */
  readonly certificates?: readonly string[];
  /** Makes the keys with which tokens are signed; fresh ones unless given. */
  readonly makeKeyPair?: MakeKeyPair;
  /** Resources besides Graph and the app for which the app gets tokens; the channel's by default. */
  readonly appResources?: readonly string[];
}

export interface Entra {
  /** Metadata, keys and token endpoint, on the HTTPS server. */
  mountOnCloud(server: Server): void;
  /** The authorize page and the administrator's, on the plain HTTP server. */
  mountOnPage(server: Server): void;
  /**
   * The token that the Teams client gets for the app without asking anybody.
   *
   * @param options.audience `resource` (the default) or `app-id`: registrations answer either.
   */
  issueSsoToken(
    personId: string,
    options?: { audience?: 'resource' | 'app-id'; lifetimeSeconds?: number },
  ): Promise<string>;
  /**
   * The token with which the organisation's other app calls Kickoff's API as a person.
   *
   * @param differences claims that are to be different
   */
  issueApiToken(
    personId: string,
    options?: { differences?: JWTPayload; lifetimeSeconds?: number },
  ): Promise<string>;
  /**
   * The token with which that app calls it alone, without a person.
   *
   * @param differences claims that are to be different
   */
  issueAppToken(options?: { differences?: JWTPayload; lifetimeSeconds?: number }): Promise<string>;
  /**
   * Checks a token that this Entra issued: signature, issuer, audience, `exp`, `nbf`.
   *
   * @throws jose's error, e.g. `JWTExpired`, `JWTClaimValidationFailed`.
   */
  verifyAccessToken(token: string, options: { audience: string | string[] }): Promise<JWTPayload>;
  /**
   * The token that a managed identity of the tenant gets for the token exchange, as its endpoint hands it out.
   *
   * @param identity.principalId the identity's object id, which the app's federated credential names as its subject
   */
  issueManagedIdentityToken(
    identity: { principalId: string; audience: string },
    options?: { lifetimeSeconds?: number },
  ): Promise<string>;
  readonly consents: Consents;
  /** Accounts and conditional access, per person. */
  readonly rules: AccessRules;
  /** What Graph thinks of tokens that were good when they were issued. */
  readonly evaluation: AccessEvaluation;
  /** Ends the person's refresh tokens, as a changed password does. */
  revoke(personId: string): void;
  /** Rolls the signing key over. */
  rotateKey(): Promise<void>;
}

/** The sandbox's Entra: one tenant, one app, real RS256 tokens; nobody has consented to anything at first. */
export async function createEntra(options: EntraOptions): Promise<Entra> {
  const signer = await createTokenSigner(options);
  const context: EntraContext = {
    ...options,
    certificates: options.certificates ?? [],
    appResources: options.appResources ?? ['https://api.botframework.com'],
    signer,
    consents: createConsents(),
    codes: createAuthorizationCodes(options),
    refreshTokens: createRefreshTokens(options),
    rules: createAccessRules(),
    evaluation: createAccessEvaluation(options),
  };
  return {
    mountOnCloud(server) {
      mountMetadata(server, context);
      mountToken(server, context);
      redirectAdminConsent(server, context);
    },
    mountOnPage(server) {
      mountAuthorize(server, context);
      mountAdminConsent(server, context);
    },
    issueSsoToken(personId, { audience = 'resource', lifetimeSeconds = 3600 } = {}) {
      const { app } = options.tenant;
      const aud = audience === 'resource' ? app.ssoResource : app.id;
      const claims = { ...personClaims(context, personId), aud, azp: teamsClient, scp: 'access_as_user' };
      return signer.sign(claims, lifetimeSeconds);
    },
    issueApiToken: (personId, given) => issueApiToken(context, personId, given),
    issueAppToken: (given) => issueAppToken(context, given),
    verifyAccessToken: (token, { audience }) => signer.verify(token, { audience, issuer: issuerOf(context) }),
    issueManagedIdentityToken({ principalId, audience }, { lifetimeSeconds = 3600 } = {}) {
      const iss = issuerOf(context);
      const claims = { iss, aud: audience, sub: principalId, oid: principalId, tid: options.tenant.id };
      return signer.sign(claims, lifetimeSeconds);
    },
    consents: context.consents,
    rules: context.rules,
    evaluation: context.evaluation,
    revoke: (personId) => context.refreshTokens.revoke(personId),
    rotateKey: () => signer.rotate(),
  };
}

/** Client id of Teams on the web, one of those that are pre-authorised ("Update manifest for SSO in tab app"). */
const teamsClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
