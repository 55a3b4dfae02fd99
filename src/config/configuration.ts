/** What the process is told from outside, checked and typed. Read by `read-configuration.ts`. */
import type { RateLimit } from '../conversations/pace/rate-limit.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
export type GraphVersion = 'v1.0' | 'beta';
export type CloudName = 'public' | 'usgov' | 'usgovdod' | 'china';

/** How the app registration proves itself to Entra. */
export type AppCredential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; thumbprint: string; privateKey: string }
  | FederatedCredential;

/** A token of somebody whom the registration trusts takes the place of a secret. */
export interface FederatedCredential {
  kind: 'federated';
  /** Who the token is made out to: Entra's token exchange in this cloud. */
  audience: string;
  /** `clientId` names a user-assigned identity; without it, it is the machine's own. */
  source: { kind: 'managed-identity'; clientId: string | undefined } | { kind: 'file'; path: string };
}

/** One key that encrypts tokens and drafts at rest (AES-256-GCM). */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

/** How many calls in how long a time. */
export interface CallRate {
  readonly limit: number;
  /** In milliseconds. */
  readonly windowMs: number;
}

/** Every address that differs between Microsoft's clouds, after overrides. */
export interface Endpoints {
  /** Origin (and path, without the tenant) of Entra, no trailing slash: `https://login.microsoftonline.com`. */
  entraAuthority: string;
  /** Origin of Microsoft Graph, no trailing slash, no version: `https://graph.microsoft.com`. */
  graph: string;
  /** Outlook on the web, no trailing slash: `https://outlook.office.com`. */
  outlook: string;
  /** Authority, tenant included, where the bot gets its own token for the channel. */
  channelLogin: string;
  /** Audience of the bot's own token for the channel (no `/.default`). */
  channelScope: string;
  /** Exact issuer of the tokens that the channel sends. */
  channelIssuer: string;
  /** OpenID metadata of the channel's signing keys. */
  channelMetadata: string;
  /** Bot Framework's token service (unused for sign-in, but its client wants one). */
  channelTokenService: string;
  /** Where chats are made in a tenant of which none is known yet, no trailing slash; its host is one of `serviceUrlHosts`. */
  serviceUrl: string | undefined;
  /** Hosts (`host` or `host:port`; a leading `*.` covers subdomains) that the bot's token may be sent to. */
  serviceUrlHosts: readonly string[];
  /** Hosts that files may be fetched from, same form. */
  fileHosts: readonly string[];
  /** Hosts that the settings name one by one, which may therefore be in the own network. */
  namedHosts: readonly string[];
}

export interface Configuration {
  server: {
    port: number;
    /** Undefined listens on every interface. */
    host: string | undefined;
    /** Where people's browsers reach this server: origin, no trailing slash. */
    publicUrl: string;
    logLevel: LogLevel;
  };
  app: { id: string; tenantId: string; credential: AppCredential };
  /** Lower-case tenant ids whose people may use it. */
  allowedTenants: ReadonlySet<string>;
  cloud: CloudName;
  endpoints: Endpoints;
  graph: { version: GraphVersion; scopes: readonly string[] };
  /** Audience of the single sign-on token, next to the app id. */
  ssoResource: string;
  /** The API for other systems. */
  api: {
    /** Names of the apps that may call, by client id in lower case (the id where there is no name); none: the API is closed. */
    clients: ReadonlyMap<string, string>;
    /** Calls that one app may make for one person, or alone, in each window. */
    rate: CallRate;
  };
  times: {
    /** When an unknown outcome is looked for again, in milliseconds after the attempt. */
    settleSchedule: readonly number[];
    /** Longest time for one POST to Graph, in milliseconds. */
    postDeadline: number;
    /** How long one instance keeps what it works on to itself, in milliseconds; longer than `postDeadline`. */
    holdTime: number;
    /** How often watches are polled, in milliseconds. */
    pollInterval: number;
    /** How long the text of a settled request is kept, in milliseconds. */
    keepTexts: number;
  };
  /** Whether slash commands are answered so that only their author sees it, a preview of Teams. */
  slashCommands: boolean;
  watching: {
    /** Notices of one tenant in a second. */
    noticeRate: number;
    /** Messages that one chat gets, whatever they are. */
    chatLimits: readonly RateLimit[];
    /** Whether watches may show a group's mail in chats that several people read. */
    shared: boolean;
  };
  /** Whether Kickoff may install itself for people who have to be told something, by its own permissions. */
  installForPeople: boolean;
  metrics: { port: number | undefined; token: string | undefined };
  database: { kind: 'sqlite'; folder: string } | { kind: 'postgres'; url: string };
  /** First one writes, all read. */
  encryptionKeys: readonly EncryptionKey[];
}
