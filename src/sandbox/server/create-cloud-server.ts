import restify from 'restify';
import type { Certificates } from './certificate.ts';

/** The HTTPS server that Entra, Graph and the Teams channel of the sandbox share: what servers call. */
export function createCloudServer(certificates: Certificates): restify.Server {
  const server = restify.createServer({
    name: 'kickoff-sandbox-cloud',
    key: certificates.privateKey,
    certificate: certificates.certificate,
  });
  return server;
}
