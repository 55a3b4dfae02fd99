import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';

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

/** Makes a fresh RSA key (Bot Framework reads no other kind from a JWKS). */
export async function createChannelKeys(options: { now: () => Date; keyId: string }): Promise<ChannelKeys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
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
