import type { AppTokens } from '../conversations/ports/app-tokens.ts';
import type { Accounts } from '../conversations/ports/accounts.ts';
import type { Challenges } from '../conversations/ports/challenges.ts';
import type { Callers } from '../conversations/ports/callers.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Ids } from '../conversations/ports/ids.ts';
import type { Leases } from '../conversations/ports/leases.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { Tickets } from '../conversations/ports/tickets.ts';
import type { Timer } from '../conversations/ports/timer.ts';
import type { TokenPartitions } from '../conversations/ports/token-partitions.ts';
import type { Tokens } from '../conversations/ports/tokens.ts';
import { createAppTokens } from './create-app-tokens.ts';
import { createAppProof } from './create-app-proof.ts';
import { createEntraClient } from './entra-client.ts';
import { createCallerCheck } from './caller-check.ts';
import { createDescribeAccount } from './describe-account.ts';
import { createTokens } from './create-tokens.ts';
import { createEndAuthorization } from './end-authorization.ts';
import { createTenantDocuments, type TenantDocuments } from './tenant-documents.ts';
import { createExchangeToken } from './exchange-token.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import type { IdentityContext } from './identity-context.ts';
import { createOfferSignIn } from './offer-sign-in.ts';
import { createPartitionPlugin } from './partition-plugin.ts';
import { createSignOut } from './sign-out.ts';
import { createPartitionTurns } from './partition-turns.ts';
import { createSsoTokenCheck } from './sso-token-check.ts';
import { createStartAuthorization } from './start-authorization.ts';
import { createVerifyCode } from './verify-code.ts';

export interface IdentityOptions {
  readonly configuration: IdentityConfiguration;
  readonly partitions: TokenPartitions;
  readonly challenges: Challenges;
  readonly leases: Leases;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly ids: Ids;
  readonly log: Log;
  /** Names of the apps that may call, by client id in lower case; none unless given. */
  readonly apiClients?: ReadonlyMap<string, string>;
  /** Longest time for one request to Entra, in milliseconds. */
  readonly deadlineMs?: number;
  /** Longest time for one use of a person's tokens, in milliseconds: the proof, and two requests to Entra. */
  readonly holdMs?: number;
}

/** Who is asking: single sign-on, the browser's way through Entra, and Graph tokens from per-person partitions. */
export function createIdentity(options: IdentityOptions): {
  tokens: Tokens;
  signIn: SignIn;
  accounts: Accounts;
  callers: Callers;
  appTokens: AppTokens;
} {
  const { configuration, clock, log, deadlineMs = 10_000, holdMs = 3 * deadlineMs } = options;
  const { app, endpoints } = configuration;
  const tenants = new Map<string, TenantDocuments>();
  /** Asked for allowed tenants only: each stays in memory. */
  const documentsOf = (tenantId: string): TenantDocuments => {
    const authority = `${endpoints.entraAuthority}/${tenantId}`;
    const known = tenants.get(tenantId) ?? createTenantDocuments({ authority, clock, deadlineMs });
    tenants.set(tenantId, known);
    return known;
  };
  const turns = createPartitionTurns({ ...options, holdMs });
  const credential = createAppProof(app.credential, { deadlineMs });
  const context: IdentityContext = {
    ...options,
    documentsOf,
    turns,
    checkSsoToken: createSsoTokenCheck({ configuration, documentsOf, clock, log }),
    clientFor: async (person, partition) =>
      createEntraClient({
        appId: app.id,
        credential,
        authority: `${endpoints.entraAuthority}/${person.tenantId}`,
        metadata: await documentsOf(person.tenantId).metadata.get(),
        cachePlugin: partition && createPartitionPlugin(partition, person),
        deadlineMs,
      }),
  };
  const tokens = createTokens(context);
  const clients = options.apiClients ?? new Map<string, string>();
  return {
    tokens,
    callers: createCallerCheck({ clients, configuration, documentsOf, clock, log }),
    appTokens: createAppTokens({ configuration, credential, documentsOf, clock, deadlineMs }),
    accounts: { describe: createDescribeAccount(context, tokens) },
    signIn: {
      offer: createOfferSignIn(context),
      ...createExchangeToken(context),
      startAuthorization: createStartAuthorization(context),
      endAuthorization: createEndAuthorization(context),
      verify: createVerifyCode(context),
      signOut: createSignOut(context),
    },
  };
}
