import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'restify';
import { createChannel, type Channel } from './channel/create-channel.ts';
import { createTeamsClients } from './client/create-teams-clients.ts';
import type { TeamsClient } from './client/create-teams-client.ts';
import { createEntra, type Entra } from './entra/create-entra.ts';
import { createGraph, type Graph } from './graph/create-graph.ts';
import type { GraphClaims } from './graph/graph-claims.ts';
import { mountPage } from './page/mount-page.ts';
import { sandboxSettings } from './sandbox-settings.ts';
import { createCertificates, type Certificates } from './server/certificate.ts';
import { createCloudServer } from './server/create-cloud-server.ts';
import { createSandboxServer } from './server/create-sandbox-server.ts';
import { createFaults, type Faults } from './server/faults.ts';
import { installFaults } from './server/install-faults.ts';
import { installTraffic } from './server/install-traffic.ts';
import { listen } from './server/listen.ts';
import type { MakeKeyPair } from './server/make-key-pair.ts';
import { trustAuthority } from './server/trust-authority.ts';
import type { Traffic } from './server/traffic.ts';
import { createContoso } from './tenant/contoso.ts';
import { addCrowd } from './tenant/add-crowd.ts';
import { lenientProfile, type TenantProfile } from './tenant/profile.ts';
import type { SandboxTenant } from './tenant/tenant.ts';

export interface SandboxOptions {
  /** Where people's browsers, and the Teams channel, reach the bot: `http://localhost:3978`. */
  publicUrl: string;
  /** Port of the page; 0 takes a free one. */
  pagePort: number;
  /** Port of what servers call; a free one unless given. */
  cloudPort?: number;
  /** Whether this process is to trust the sandbox's certificate authority. */
  trust: boolean;
  profile?: TenantProfile;
  /** So many people more than the organisation has, in a group of their own; none unless given. */
  crowd?: number;
  now?: () => Date;
  /** Records what was asked of the cloud; not recorded unless given. */
  traffic?: Traffic;
  /** Made before, for whoever starts many; fresh ones unless given. */
  certificates?: Certificates;
  makeKeyPair?: MakeKeyPair;
  /** Whether the channel refuses what Teams would refuse for being too often; it counts either way. */
  enforceLimits?: boolean;
  /** An administrator has agreed that the app is installed for whoever is to be told something and never had it. */
  installsForPeople?: boolean;
}

/** A local Microsoft 365 that runs. */
export interface Sandbox {
  readonly settings: Readonly<Record<string, string>>;
  /** A file with the certificate authority, for `NODE_EXTRA_CA_CERTS` of other processes. */
  readonly authorityFile: string;
  readonly cloudOrigin: string;
  readonly pageOrigin: string;
  readonly tenant: SandboxTenant;
  /** The switches of what nobody could prove; may be changed while it runs. */
  readonly profile: TenantProfile;
  readonly entra: Entra;
  readonly graph: Graph;
  readonly channel: Channel;
  readonly faults: Faults;
  /** The Teams client of a person, by object id. */
  clientOf(personId: string): TeamsClient;
  stop(): Promise<void>;
}

/** How often subscriptions are looked at whose token or time ends, in milliseconds. */
const subscriptionCheck = 5_000;

/** These two have agreed that Kickoff may post as them; the others are asked the first time. */
const agreed = new Set(['Ada Vance', 'Ben Ray']);

/**
 * Starts the local Microsoft 365: HTTPS for what servers call, plain HTTP on loopback for what a browser opens.
 *
 * @throws EADDRINUSE when a port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { publicUrl, now = () => new Date(), traffic } = options;
  const certificates = options.certificates ?? (await createCertificates(new Date()));
  const cloudServer = createCloudServer(certificates);
  const pageServer = createSandboxServer({ name: 'kickoff-sandbox-page' });
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-sandbox-'));
  const origins = { cloud: '', page: '' };
  const cloudOrigin = (): string => origins.cloud;
  const pageOrigin = (): string => origins.page;
  const profile: TenantProfile = { ...(options.profile ?? lenientProfile) };
  const tenant = createContoso({
    ssoHost: new URL(publicUrl).host,
    redirectUris: [`${publicUrl}/auth/end`],
  });
  if (options.crowd !== undefined) addCrowd(tenant, options.crowd);
  const { makeKeyPair } = options;
  const shared = {
    ...{ tenant, profile: () => profile, now, cloudOrigin, pageOrigin },
    ...(makeKeyPair && { makeKeyPair }),
  };

  const entra = await createEntra(shared);
  for (const { id } of tenant.people.filter(({ displayName }) => agreed.has(displayName))) {
    entra.consents.grant(id);
  }
  if (options.installsForPeople) entra.consents.grantToApp();
  const graph = createGraph({
    ...shared,
    ids: randomUUID,
    audiences: () => [cloudOrigin()],
    verify: async (token) =>
      (await entra.verifyAccessToken(token, { audience: cloudOrigin() })) as unknown as GraphClaims,
    apps: {
      isInstalled: (id) => channel.installations.isInstalled(id),
      install(id) {
        if (channel.installations.isInstalled(id)) return false;
        // As when the person opens the chat themselves: the app is added, and the bot is told.
        void clientOf(id).open('personal');
        return true;
      },
      chatId: (id) =>
        channel.chats.find((chat) => chat.kind === 'personal' && chat.person.id === id)?.id ?? '',
    },
    challenge: (claims) => entra.evaluation.challenge({ ...claims }),
  });
  const channel = await createChannel({
    ...shared,
    ids: randomUUID,
    enforceLimits: options.enforceLimits ?? false,
    botEndpoint: () => `${publicUrl}/api/messages`,
    verify: (token) => entra.verifyAccessToken(token, { audience: 'https://api.botframework.com' }),
  });
  const clientOf = createTeamsClients({
    ...{ channel, tenant, now },
    ids: randomUUID,
    ssoToken: (personId) => entra.issueSsoToken(personId),
  });

  const faults = createFaults();
  if (traffic !== undefined) installTraffic(cloudServer, traffic, now);
  installFaults(cloudServer, faults, now);
  entra.mountOnCloud(cloudServer);
  graph.mount(cloudServer);
  channel.mount(cloudServer);
  entra.mountOnPage(pageServer);
  mountPage(pageServer, {
    tenant,
    clientOf,
    pictureOf: (id) => channel.files.picture(id),
    uploadOf: (id) => channel.uploads.file(id),
    mailboxes: graph.mailboxes,
    consents: entra.consents,
    apiToken: (personId) => entra.issueApiToken(personId),
    appToken: () => entra.issueAppToken(),
  });

  const checking = setInterval(() => graph.subscriptions.check(), subscriptionCheck).unref();
  origins.cloud = await listen(cloudServer, options.cloudPort ?? 0);
  origins.page = await listen(pageServer, options.pagePort);
  if (options.trust) trustAuthority(certificates.authority);
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, certificates.authority);

  return {
    ...{ tenant, profile, entra, graph, channel, faults, clientOf, authorityFile },
    cloudOrigin: cloudOrigin(),
    pageOrigin: pageOrigin(),
    settings: {
      ...sandboxSettings({
        ...{ tenant, publicUrl, installsForPeople: options.installsForPeople },
        ...{ cloudOrigin: cloudOrigin(), pageOrigin: pageOrigin() },
      }),
      // The pretended organisation ends with this process, and so does what the bot keeps about it.
      DATA_DIR: join(folder, 'data'),
    },
    async stop() {
      clearInterval(checking);
      graph.subscriptions.stop();
      await Promise.all([close(cloudServer), close(pageServer)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.server.closeAllConnections();
  });
}
