/** What the sandbox's organisation consists of; plain data, changed only by the sandbox's own pages and tests. */

export interface SandboxPerson {
  id: string;
  displayName: string;
  mail: string;
  userPrincipalName: string;
  /** The account id that the bot sees in activities (`29:…`), different for every bot. */
  teamsId: string;
  /** From another organisation. */
  guest?: boolean;
  /** IANA name, as clients send it. */
  timeZone: string;
}

export interface SandboxGroup {
  id: string;
  displayName: string;
  description: string;
  mail: string | null;
  mailNickname: string;
  mailEnabled: boolean;
  securityEnabled: boolean;
  /** Holds `Unified` for Microsoft 365 groups. */
  groupTypes: string[];
  visibility: 'Public' | 'Private' | null;
  /** Holds `Team` when a team stands on it. */
  resourceProvisioningOptions: string[];
  /** `AllowOnlyMembersToPost` lets nobody else post. */
  resourceBehaviorOptions: string[];
  hideFromOutlookClients: boolean;
  memberIds: string[];
  ownerIds: string[];
}

export interface SandboxTeam {
  id: string;
  name: string;
  groupId: string;
  channels: { id: string; name: string }[];
}

/** A chat of several people that belongs to no team. */
export interface SandboxGroupChat {
  id: string;
  name: string;
  memberIds: string[];
}

export interface SandboxApp {
  id: string;
  /** Its id in the organisation's app catalogue; undefined while nobody has uploaded it there. */
  catalogueId?: string | undefined;
  secret: string;
  name: string;
  /** Audience of single sign-on tokens: `api://{host}/botid-{id}`. */
  ssoResource: string;
  redirectUris: string[];
  /** Whose tokens may take the place of a secret. */
  federatedCredentials: FederatedCredential[];
  /** Its message extension. */
  commands: SandboxAppCommand[];
}

/** A command of the message extension as the app's package declares it. */
export interface SandboxAppCommand {
  id: string;
  /** `query` searches, `action` opens a dialog. */
  type: 'query' | 'action';
  context: 'message' | 'compose';
  /** What people read, by language tag (`en`, `de`). */
  titles: Record<string, string>;
}

/** A trusted identity: the `iss`, `sub` and `aud` that its tokens have. */
export interface FederatedCredential {
  issuer: string;
  subject: string;
  audience: string;
}

/** Another app of the organisation, which may call Kickoff's API, as a person and alone. */
export interface SandboxClient {
  id: string;
  /** Object id of its service principal in the tenant: `oid` and `sub` of its own tokens. */
  principalId: string;
  secret: string;
  name: string;
  /** App roles of Kickoff's registration that an administrator granted it. */
  appRoles: string[];
}

export interface SandboxTenant {
  id: string;
  domain: string;
  people: SandboxPerson[];
  groups: SandboxGroup[];
  teams: SandboxTeam[];
  groupChats: SandboxGroupChat[];
  app: SandboxApp;
  apiClient: SandboxClient;
}
