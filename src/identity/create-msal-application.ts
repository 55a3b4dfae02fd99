import {
  ConfidentialClientApplication,
  type ICachePlugin,
  type INetworkModule,
  type NodeAuthOptions,
} from '@azure/msal-node';
import type { AppAssertion } from './app-assertion.ts';
import type { AppCredential } from '../config/configuration.ts';
import type { OpenIdMetadata } from './tenant-documents.ts';

/** How the app proves itself: what it has, or where its assertion comes from. */
export type AppProof =
  Exclude<AppCredential, { kind: 'federated' }> | { kind: 'federated'; assertion: AppAssertion };

/** A confidential client of one tenant, as MSAL wants to be told about it. */
export function createMsalApplication(options: {
  appId: string;
  credential: AppProof;
  /** Authority with the tenant, no trailing slash. */
  authority: string;
  /** The tenant's own discovery document: saves MSAL a request per application. */
  metadata: OpenIdMetadata;
  network: INetworkModule;
  cachePlugin?: ICachePlugin | undefined;
}): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: options.appId,
      authority: options.authority,
      // Port included, or MSAL asks login.microsoftonline.com about the host.
      knownAuthorities: [new URL(options.authority).host],
      authorityMetadata: JSON.stringify(options.metadata),
      // "I can handle claims challenges": tokens live longer, and end at once when the session does
      // (learn.microsoft.com, "How to use Continuous Access Evaluation enabled APIs in your applications").
      clientCapabilities: ['cp1'],
      ...proofOf(options.credential),
    },
    system: { networkClient: options.network },
    ...(options.cachePlugin === undefined ? {} : { cache: { cachePlugin: options.cachePlugin } }),
  });
}

function proofOf(credential: AppProof): Partial<NodeAuthOptions> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  if (credential.kind === 'federated') return { clientAssertion: credential.assertion };
  const thumbprint = credential.thumbprint.replaceAll(/[\s:]/g, '');
  const { privateKey } = credential;
  // Azure shows SHA-1 (40 hex digits) and SHA-256 (64) thumbprints; MSAL takes each in its own property.
  return {
    clientCertificate:
      thumbprint.length === 64 ? { thumbprintSha256: thumbprint, privateKey } : { thumbprint, privateKey },
  };
}
