import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
} from 'jose';
import { makeKeyPair, type MakeKeyPair } from '../server/make-key-pair.ts';

export interface TokenSigner {
  /** Signs claims as RS256 with `iat`, `nbf` and `exp` set from the clock. */
  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** Checks signature, `exp`, `nbf` and what `options` name; answers the claims or throws jose's error. */
  verify(token: string, options?: JWTVerifyOptions): Promise<JWTPayload>;
  /** The public keys, newest first, as the keys document shows them. */
  publicKeys(): JSONWebKeySet;
  /** Signs with a new key from now on; earlier ones stay published, as Entra does when it rolls keys over. */
  rotate(): Promise<void>;
}

/** Makes and checks the tenant's tokens; its RSA key exists only in this process. */
export async function createTokenSigner(options: {
  now: () => Date;
  makeKeyPair?: MakeKeyPair;
}): Promise<TokenSigner> {
  const make = options.makeKeyPair ?? makeKeyPair;
  const published: JWK[] = [];
  let current: { key: CryptoKey; kid: string };

  async function rotate(): Promise<void> {
    const pair = await make();
    const jwk = await exportJWK(pair.publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    published.unshift({ ...jwk, kid, use: 'sig', alg: 'RS256' });
    current = { key: pair.privateKey, kid };
  }
  await rotate();

  return {
    sign(claims, lifetimeSeconds) {
      const now = Math.floor(options.now().getTime() / 1000);
      return new SignJWT({ ...claims, iat: now, nbf: now, exp: now + lifetimeSeconds })
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: current.kid })
        .sign(current.key);
    },
    async verify(token, checks = {}) {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: published }), {
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        currentDate: options.now(),
        ...checks,
      });
      return payload;
    },
    publicKeys: () => ({ keys: published.map((key) => ({ ...key })) }),
    rotate,
  };
}
