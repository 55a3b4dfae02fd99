import restify from 'restify';
import type { Certificates } from './certificate.ts';

/** restify hands its options on to its router, which its types do not say. */
interface CloudServerOptions extends restify.ServerOptions {
  maxParamLength: number;
}

/** The HTTPS server that Entra, Graph and the Teams channel of the sandbox share: what servers call. */
export function createCloudServer(certificates: Certificates): restify.Server {
  const options: CloudServerOptions = {
    name: 'kickoff-sandbox-cloud',
    key: certificates.privateKey,
    certificate: certificates.certificate,
    // The router answers 404 for segments above 100 characters; Exchange's ids are longer.
    maxParamLength: 2048,
  };
  return restify.createServer(options);
}
