import assert from 'node:assert/strict';
import type { Person } from '../../src/conversations/person.ts';
import type { ExchangeAnswer } from '../../src/conversations/ports/sign-in.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { systemClock } from '../../src/conversations/system/system-clock.ts';
import { createIdentity } from '../../src/identity/create-identity.ts';
import type { IdentityConfiguration } from '../../src/identity/identity-configuration.ts';
import { startEntra, type RunningEntra } from '../sandbox/entra/start-entra.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

/** What Entra answers instead of itself; `reset` cuts the connection. */
export type Intervention = { status: number; body?: unknown; headers?: Record<string, string> } | 'reset';

export interface World extends MemoryPorts, ReturnType<typeof createIdentity> {
  running: RunningEntra;
  configuration: IdentityConfiguration;
  ada: Person;
  ben: Person;
  /** Grant types posted to the token endpoint, and other paths, in order. */
  requests: string[];
  /** Decides about each request to Entra. */
  intervene: ((path: string) => Intervention | undefined | Promise<undefined>) | undefined;
  /** Another instance on the same database, or on a connection of its own to it. */
  another(storage?: IdentityStorage): ReturnType<typeof createIdentity>;
  /** Offers a card and answers it the way a client does. */
  exchange(person: Person): Promise<ExchangeAnswer>;
  stop(): Promise<void>;
}

export const chatId = 'a:chat';

export type IdentityStorage = Pick<Storage, 'partitions' | 'challenges' | 'leases' | 'tickets'>;

/** The identity room in front of a running sandbox Entra. */
export async function startWorld(
  options: {
    entra?: Parameters<typeof startEntra>[0];
    credential?: IdentityConfiguration['app']['credential'];
    deadlineMs?: number;
    holdMs?: number;
    /** In place of memory. */
    storage?: IdentityStorage;
  } = {},
): Promise<World> {
  const running = await startEntra(options.entra);
  const { tenant, cloud } = running;
  const configuration: IdentityConfiguration = {
    app: {
      id: tenant.app.id,
      tenantId: tenant.id,
      credential: options.credential ?? { kind: 'secret', secret: tenant.app.secret },
    },
    allowedTenants: new Set([tenant.id]),
    cloud: 'public',
    ssoResource: tenant.app.ssoResource,
    server: { publicUrl: 'http://localhost:3978' },
    endpoints: { entraAuthority: cloud, graph: cloud },
    graph: { scopes: ['.default'] },
  };
  const ports = createMemoryPorts();
  const { deadlineMs = 5000, holdMs = 3 * deadlineMs } = options;
  const another = (storage?: IdentityStorage) => {
    const times = { clock: systemClock, deadlineMs, holdMs };
    return createIdentity({ ...ports, ...partsOf(storage ?? options.storage), configuration, ...times });
  };
  const identity = another(options.storage);
  const world: World = {
    ...ports,
    ...identity,
    running,
    configuration,
    ada: { tenantId: tenant.id, objectId: running.ada },
    ben: { tenantId: tenant.id, objectId: running.ben },
    requests: [],
    intervene: undefined,
    another,
    async exchange(person) {
      const { exchangeId } = await world.signIn.offer(person, chatId);
      const token = await running.entra.issueSsoToken(person.objectId);
      return world.signIn.exchange({ person, chatId, exchangeId, token });
    },
    stop: () => running.stop(),
  };
  async function decide(path: string, act: (intervention: Intervention | undefined) => void): Promise<void> {
    act(await world.intervene?.(path));
  }

  running.cloudServer.pre((request, response, next) => {
    const path = request.path();
    world.requests.push(path.slice(tenant.id.length + 2));
    void decide(path, (intervention) => {
      if (intervention === undefined) return next();
      if (intervention === 'reset') request.socket.destroy();
      else response.send(intervention.status, intervention.body ?? {}, intervention.headers);
      return next(false);
    });
  });
  return world;
}

function partsOf(storage: IdentityStorage | undefined): Partial<IdentityStorage> {
  if (storage === undefined) return {};
  const { partitions, challenges, leases, tickets } = storage;
  return { partitions, challenges, leases, tickets };
}

/** How often the token endpoint was called. */
export function tokenCalls(world: World): number {
  return world.requests.filter((each) => each === 'oauth2/v2.0/token').length;
}

/** Nothing that opens a door stands in the log, in any field, at any level. */
export function assertNoSecretLogged(world: World): void {
  const text = world.log.text();
  assert.doesNotMatch(text, /eyJ[\w-]+\.eyJ/, 'a token');
  assert.doesNotMatch(text, /\b0\.[\w-]{40,}/, 'a refresh token or code');
  assert.ok(!text.includes(world.running.tenant.app.secret), 'the app secret');
}
