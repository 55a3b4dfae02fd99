import type { Person } from '../conversations/person.ts';
import type { Challenges } from '../conversations/ports/challenges.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Ids } from '../conversations/ports/ids.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Tickets } from '../conversations/ports/tickets.ts';
import type { TokenPartitions } from '../conversations/ports/token-partitions.ts';
import type { EntraClient } from './entra-client.ts';
import type { TenantDocuments } from './tenant-documents.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import type { Partition, PartitionTurns } from './partition-turns.ts';
import type { SsoTokenCheck } from './sso-token-check.ts';

/** What the parts of this room share. */
export interface IdentityContext {
  readonly configuration: IdentityConfiguration;
  /** For reading; whatever is written goes through a turn. */
  readonly partitions: Pick<TokenPartitions, 'read'>;
  readonly challenges: Challenges;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly documentsOf: (tenantId: string) => TenantDocuments;
  readonly checkSsoToken: SsoTokenCheck;
  /** A fresh MSAL application; without a partition it keeps nothing. */
  readonly clientFor: (person: Person, partition?: Partition) => Promise<EntraClient>;
  /** One use of a person's partition at a time, over all instances. */
  readonly turns: PartitionTurns;
}
