import { exportJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { makeKeyPair, type MakeKeyPair } from '../server/make-key-pair.ts';

/** The channels that Microsoft's keys vouch for; a key endorses the `channelId` of each activity it signs. */
const endorsements = ['msteams', 'outlook', 'm365extensions'];
const lifetimeInSeconds = 3600;

/** The key pair with which the channel proves its activities to the bot. */
export interface ChannelKeys {
  /** What the JWKS address answers. */
  published: { keys: (JWK & { endorsements: string[] })[] };
  /** Signs a token of one hour for an activity. */
  sign(claims: { issuer: string; audience: string; serviceUrl: string }): Promise<string>;
}

/** @param options.makeKeyPair a fresh one unless given */
export async function createChannelKeys(options: {
  now: () => Date;
  keyId: string;
  makeKeyPair?: MakeKeyPair;
}): Promise<ChannelKeys> {
  const { publicKey, privateKey } = await (options.makeKeyPair ?? makeKeyPair)();
  const jwk = await exportJWK(publicKey);
  return {
    published: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: options.keyId, endorsements }] },
    sign({ issuer, audience, serviceUrl }) {
      const issuedAt = Math.floor(options.now().getTime() / 1000);
      return new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: options.keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore(issuedAt)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeInSeconds)
        .sign(privateKey);
    },
  };
}
