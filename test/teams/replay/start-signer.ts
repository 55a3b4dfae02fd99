import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A key that stands for the channel's, so that a test can send any body at all under a token that is right. */
export async function startSigner() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const endorsements = ['msteams', 'outlook', 'm365extensions'];
  const key = { ...(await exportJWK(publicKey)), kid: 'ours', use: 'sig', endorsements };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    const metadata = { issuer: 'x', jwks_uri: `${origin()}/keys` };
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata));
  });
  const origin = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    metadataUrl: `${origin()}/metadata`,
    token: ({ issuer, audience, serviceUrl }: { issuer: string; audience: string; serviceUrl: string }) =>
      new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'ours' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore('-10s')
        .setExpirationTime('1h')
        .sign(privateKey),
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}
