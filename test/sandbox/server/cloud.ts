import type { Server } from 'restify';
import { createCertificates } from '../../../src/sandbox/server/certificate.ts';
import { createCloudServer } from '../../../src/sandbox/server/create-cloud-server.ts';
import { createFaults, type Faults } from '../../../src/sandbox/server/faults.ts';
import { installFaults } from '../../../src/sandbox/server/install-faults.ts';
import { installTraffic } from '../../../src/sandbox/server/install-traffic.ts';
import { listen } from '../../../src/sandbox/server/listen.ts';
import { createTraffic, type Traffic } from '../../../src/sandbox/server/traffic.ts';
import { trustAuthority } from '../../../src/sandbox/server/trust-authority.ts';

export interface Cloud {
  origin: string;
  faults: Faults;
  traffic: Traffic;
  close(): Promise<void>;
}

let certificates: ReturnType<typeof createCertificates> | undefined;

/** A real HTTPS server on loopback with the switches installed, trusted by this process. */
export async function startCloud(mount: (server: Server) => void): Promise<Cloud> {
  certificates ??= createCertificates(new Date()).then((made) => {
    trustAuthority(made.authority);
    return made;
  });
  const server = createCloudServer(await certificates);
  const faults = createFaults();
  const traffic = createTraffic();
  installTraffic(server, traffic, () => new Date());
  installFaults(server, faults);
  mount(server);
  const origin = await listen(server, 0);
  return {
    origin,
    faults,
    traffic,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}
