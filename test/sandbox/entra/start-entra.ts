import restify, { type Server } from 'restify';
import { createEntra, type Entra, type EntraOptions } from '../../../src/sandbox/entra/create-entra.ts';
import { createCloudServer } from '../../../src/sandbox/server/create-cloud-server.ts';
import { listen } from '../../../src/sandbox/server/listen.ts';
import { createContoso } from '../../../src/sandbox/tenant/contoso.ts';
import { lenientProfile, type TenantProfile } from '../../../src/sandbox/tenant/profile.ts';
import type { SandboxTenant } from '../../../src/sandbox/tenant/tenant.ts';
import { sharedCertificates } from '../channel/shared-certificates.ts';

import { keyFromRing } from '../made-before.ts';

export const redirectUri = 'http://localhost:3978/auth/end';

export interface RunningEntra {
  entra: Entra;
  tenant: SandboxTenant;
  cloud: string;
  page: string;
  cloudServer: Server;
  profile: TenantProfile;
  ada: string;
  ben: string;
  /** Posts a form to the token endpoint. */
  token(fields: Record<string, string>, headers?: Record<string, string>): Promise<TokenReply>;
  stop(): Promise<void>;
}

export interface TokenReply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Starts the sandbox's Entra on real servers: HTTPS under the tests' authority, and the plain page. */
export async function startEntra(
  options: Partial<Pick<EntraOptions, 'now' | 'certificates' | 'tenant'>> = {},
): Promise<RunningEntra> {
  const certificates = await sharedCertificates();
  const tenant = options.tenant ?? createContoso({ ssoHost: 'localhost:3978', redirectUris: [redirectUri] });
  const cloudServer = createCloudServer(certificates);
  const pageServer = restify.createServer();
  const running: Partial<RunningEntra> = { profile: { ...lenientProfile } };
  const entra = await createEntra({
    now: () => new Date(),
    makeKeyPair: keyFromRing,
    ...options,
    tenant,
    profile: () => running.profile ?? lenientProfile,
    cloudOrigin: () => running.cloud ?? '',
    pageOrigin: () => running.page ?? '',
  });
  entra.mountOnCloud(cloudServer);
  entra.mountOnPage(pageServer);
  running.cloud = await listen(cloudServer, 0);
  running.page = await listen(pageServer, 0);
  const { cloud, page } = running;

  return Object.assign(running, {
    entra,
    tenant,
    cloud,
    page,
    cloudServer,
    profile: running.profile ?? lenientProfile,
    ada: tenant.people[0]?.id ?? '',
    ben: tenant.people[1]?.id ?? '',
    async token(fields: Record<string, string>, headers: Record<string, string> = {}) {
      const response = await fetch(`${cloud}/${tenant.id}/oauth2/v2.0/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(fields),
      });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, body };
    },
    async stop() {
      await Promise.all([cloudServer, pageServer].map(close));
    },
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.server.closeAllConnections();
  });
}
