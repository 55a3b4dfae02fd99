import type { Person } from '../conversations/person.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Ids } from '../conversations/ports/ids.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Tickets } from '../conversations/ports/tickets.ts';
import type { TokenPartitions } from '../conversations/ports/token-partitions.ts';
import type { EntraClient } from './entra-client.ts';
import type { TenantDocuments } from './tenant-documents.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import type { SsoTokenCheck } from './sso-token-check.ts';
import type { Turns } from './turns.ts';

/** What the parts of this room share. */
export interface IdentityContext {
  readonly configuration: IdentityConfiguration;
  readonly partitions: TokenPartitions;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly documentsOf: (tenantId: string) => TenantDocuments;
  readonly checkSsoToken: SsoTokenCheck;
  /** A fresh MSAL application; `detached` has no partition behind it. */
  readonly clientFor: (person: Person, options?: { detached: boolean }) => Promise<EntraClient>;
  /** One use of a person's partition at a time. */
  readonly turns: Turns;
}
