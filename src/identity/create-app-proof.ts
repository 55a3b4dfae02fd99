import type { AppCredential } from '../config/configuration.ts';
import { createAppAssertion } from './create-app-assertion.ts';
import type { AppProof } from './create-msal-application.ts';

/** The configured credential, ready to be used. */
export function createAppProof(credential: AppCredential, options: { deadlineMs: number }): AppProof {
  if (credential.kind !== 'federated') return credential;
  return { kind: 'federated', assertion: createAppAssertion(credential, options) };
}
