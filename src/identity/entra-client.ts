import type { ConfidentialClientApplication, ICachePlugin } from '@azure/msal-node';
import { createMsalApplication, type AppProof } from './create-msal-application.ts';
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
  credential: AppProof;
  authority: string;
  metadata: OpenIdMetadata;
  cachePlugin: ICachePlugin | undefined;
  deadlineMs: number;
}): EntraClient {
  const network = createEntraNetwork(options);
  return { app: createMsalApplication({ ...options, network }), lastAnswer: () => network.last() };
}
