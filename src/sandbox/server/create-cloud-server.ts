import type { Server } from 'restify';
import type { Certificates } from './certificate.ts';
import { createSandboxServer } from './create-sandbox-server.ts';

/** The HTTPS server that Entra, Graph and the Teams channel of the sandbox share: what servers call. */
export function createCloudServer(certificates: Certificates): Server {
  return createSandboxServer({ name: 'kickoff-sandbox-cloud', certificates });
}
