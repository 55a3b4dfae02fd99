import type { TeamsClient } from '../client/create-teams-client.ts';
import type { SharedFile } from '../channel/shared-files.ts';
import type { SandboxTenant } from '../tenant/tenant.ts';
import type { ConsentsView } from './consents-view.ts';
import type { MailboxesView } from './mailboxes-view.ts';

export interface PageOptions {
  tenant: SandboxTenant;
  /** The Teams client of a person, the same one every time. */
  clientOf: (personId: string) => TeamsClient;
  /** A picture in a message, by its id. */
  pictureOf: (id: string) => SharedFile | undefined;
  /** A file that the bot has put into somebody's OneDrive, by its id. */
  uploadOf: (id: string) => SharedFile | undefined;
  mailboxes: MailboxesView;
  consents: ConsentsView;
  /** A token with which the organisation's other app calls Kickoff's API as a person. */
  apiToken: (personId: string) => Promise<string>;
  /** A token with which that app calls it alone, without a person. */
  appToken: () => Promise<string>;
}
