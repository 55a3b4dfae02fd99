import { ConfidentialClientApplication, type ICachePlugin, type NodeAuthOptions } from '@azure/msal-node';
import type { AppCredential } from '../config/configuration.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import { createEntraNetwork, type EntraStatus } from './entra-network.ts';
import type { OpenIdMetadata } from './tenant-documents.ts';

export interface EntraClient {
  readonly app: ConfidentialClientApplication;
  /** What Entra last answered this application. */
  lastAnswer(): EntraStatus | undefined;
}

/**
 * An MSAL application for one use, by one person or by the app itself. A shared one mixes people's tokens in their
 * partitions, and refuses everybody for a minute after one 429 or 5xx.
 */
export function createEntraClient(options: {
  appId: string;
  credential: AppCredential;
  /** Authority with the tenant, no trailing slash. */
  authority: string;
  /** The tenant's own discovery document: saves MSAL a request per application. */
  metadata: OpenIdMetadata;
  cachePlugin: ICachePlugin | undefined;
  clock: Clock;
  deadlineMs: number;
}): EntraClient {
  const network = createEntraNetwork(options);
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: options.appId,
      authority: options.authority,
      // Port included, or MSAL asks login.microsoftonline.com about the host.
      knownAuthorities: [new URL(options.authority).host],
      authorityMetadata: JSON.stringify(options.metadata),
      ...credentialOf(options.credential),
    },
    system: { networkClient: network },
    ...(options.cachePlugin === undefined ? {} : { cache: { cachePlugin: options.cachePlugin } }),
  });
  return { app, lastAnswer: () => network.last() };
}

function credentialOf(credential: AppCredential): Partial<NodeAuthOptions> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const thumbprint = credential.thumbprint.replaceAll(/[\s:]/g, '');
  const { privateKey } = credential;
  // Azure shows SHA-1 (40 hex digits) and SHA-256 (64) thumbprints; MSAL takes each in its own property.
  return {
    clientCertificate:
      thumbprint.length === 64 ? { thumbprintSha256: thumbprint, privateKey } : { thumbprint, privateKey },
  };
}
