import { watchingSettings } from './watching-settings.ts';

/** Every setting there is, said once: errors, `.env.example` and `docs/settings.md` are made from this list. */

export interface Setting {
  readonly name: string;
  readonly section:
    | 'Server'
    | 'App registration'
    | 'Teams app'
    | 'Storage'
    | 'Clouds and addresses'
    | 'Times'
    | 'Watching'
    | 'Other systems'
    | 'Metrics'
    | 'Surroundings';
  readonly meaning: string;
  /** What to set and where to find it: the second half of an error. */
  readonly fix: string;
  /** Its value when it is not set. */
  readonly default?: string;
  /** In words, where there is no such value: what happens when it is not set. */
  readonly otherwise?: string;
  /** Without it a real tenant cannot be served. */
  readonly required?: true;
}

const overview = 'Entra admin center › App registrations › your app › Overview';
const secrets = 'Entra admin center › App registrations › your app › Certificates & secrets';
const makeKey = `node -e "console.log('k1:' + require('node:crypto').randomBytes(32).toString('base64'))"`;
const ofTheCloud = 'the address that `CLOUD` has';
const ofThePackage = 'none, and `npm run package` asks for it; the bot itself does not need it';

export const settings = [
  {
    name: 'PORT',
    section: 'Server',
    default: '3978',
    meaning: 'Port that the bot listens on.',
    fix: 'Set a number from 0 to 65535 (0: any free port).',
  },
  {
    name: 'HOST',
    section: 'Server',
    otherwise: 'every interface',
    meaning: 'Address that the bot listens on.',
    fix: 'Set a host name or an IP address of this machine, such as 127.0.0.1.',
  },
  {
    name: 'PUBLIC_URL',
    section: 'Server',
    required: true,
    meaning: 'Where Teams and people’s browsers reach the bot: scheme and host, no path.',
    fix: 'Set it like https://kickoff.example.com (https, or http on localhost): the host of the messaging endpoint in Azure portal › your Azure Bot › Configuration.',
  },
  {
    name: 'LOG_LEVEL',
    section: 'Server',
    default: 'info',
    meaning: 'What is logged at least.',
    fix: 'Set fatal, error, warn, info, debug, trace or silent.',
  },
  {
    name: 'MicrosoftAppId',
    section: 'App registration',
    required: true,
    meaning: 'Client id of the app registration that the bot and its single sign-on share.',
    fix: `Copy “Application (client) ID” from ${overview}.`,
  },
  {
    name: 'MicrosoftAppTenantId',
    section: 'App registration',
    required: true,
    meaning: 'Tenant in which the app is registered.',
    fix: `Copy “Directory (tenant) ID” from ${overview}.`,
  },
  {
    name: 'MicrosoftAppType',
    section: 'App registration',
    default: 'SingleTenant',
    meaning:
      'Type of the Azure Bot; only SingleTenant is possible. What the registration itself allows is another matter (docs/administration.md).',
    fix: 'Set SingleTenant or leave it out, and make the Azure Bot with that type (Azure portal › your Azure Bot › Configuration).',
  },
  {
    name: 'MicrosoftAppPassword',
    section: 'App registration',
    meaning:
      'Client secret of the app registration. This, a certificate or a federated credential is needed.',
    fix: `Make one in ${secrets} › Client secrets and copy its value, or use a certificate or FEDERATED_CREDENTIAL instead.`,
  },
  {
    name: 'CertificateThumbprint',
    section: 'App registration',
    meaning: 'Thumbprint of the certificate with which the app proves itself instead of a secret.',
    fix: `Copy the thumbprint (SHA-1 or SHA-256, hexadecimal) from ${secrets} › Certificates.`,
  },
  {
    name: 'CertificatePrivateKey',
    section: 'App registration',
    meaning: 'Private key of that certificate as unencrypted PEM; line breaks may be written as \\n.',
    fix: 'Set the PEM text that begins with -----BEGIN PRIVATE KEY-----, made together with the certificate.',
  },
  {
    name: 'FEDERATED_CREDENTIAL',
    section: 'App registration',
    meaning:
      'Where the app gets the token with which it proves itself instead of a secret: `managed-identity` (App Service, Container Apps, a virtual machine, Arc) or `token-file` (Kubernetes workload identity). Nothing secret is configured then.',
    fix: `Set managed-identity or token-file, and add the identity in ${secrets} › Federated credentials.`,
  },
  {
    name: 'MANAGED_IDENTITY_CLIENT_ID',
    section: 'App registration',
    otherwise: 'the identity that Azure gave to the machine itself',
    meaning: 'With `FEDERATED_CREDENTIAL=managed-identity`: which user-assigned identity to use.',
    fix: 'Copy “Client ID” from Azure portal › Managed Identities › your identity › Overview.',
  },
  {
    name: 'AZURE_FEDERATED_TOKEN_FILE',
    section: 'App registration',
    meaning:
      'With `FEDERATED_CREDENTIAL=token-file`: the file with the token, read anew each time. Kubernetes workload identity sets it.',
    fix: 'Set the path of the file, such as /var/run/secrets/azure/tokens/azure-identity-token.',
  },
  {
    name: 'ALLOWED_TENANTS',
    section: 'App registration',
    otherwise: 'only `MicrosoftAppTenantId`',
    meaning: 'Tenants whose people may use the bot, separated by commas.',
    fix: 'Set tenant ids (Entra admin center › Overview › Tenant ID), separated by commas, your own among them.',
  },
  {
    name: 'SSO_RESOURCE',
    section: 'App registration',
    otherwise: '`api://{host of PUBLIC_URL}/botid-{MicrosoftAppId}`',
    meaning:
      'Application ID URI that single sign-on tokens are made out to; also `webApplicationInfo.resource` in the manifest.',
    fix: 'Copy “Application ID URI” from Entra admin center › App registrations › your app › Expose an API.',
  },
  {
    name: 'DEVELOPER_NAME',
    section: 'Teams app',
    otherwise: ofThePackage,
    meaning: 'Who offers the Teams app, as Teams shows it next to its name: usually your organisation.',
    fix: 'Set a name of at most 32 characters.',
  },
  {
    name: 'DEVELOPER_URL',
    section: 'Teams app',
    otherwise: ofThePackage,
    meaning: 'Page where people read about the app or find help.',
    fix: 'Set an https address, such as your help desk’s page.',
  },
  {
    name: 'PRIVACY_URL',
    section: 'Teams app',
    otherwise: '`DEVELOPER_URL`',
    meaning: 'Page that says what is done with people’s data; [Privacy](privacy.md) has what it should say.',
    fix: 'Set an https address.',
  },
  {
    name: 'TERMS_URL',
    section: 'Teams app',
    otherwise: '`DEVELOPER_URL`',
    meaning: 'Page with the terms of use.',
    fix: 'Set an https address.',
  },
  {
    name: 'SLASH_COMMANDS',
    section: 'Teams app',
    default: 'off',
    meaning:
      'Whether Teams also suggests the commands after `/`, said to Kickoff alone and answered so that only their author sees it. A preview of Teams.',
    fix: 'Set on where your tenant has the preview of targeted messages, else off; then restart the bot, and pack and upload the app again.',
  },
  {
    name: 'ENCRYPTION_KEYS',
    section: 'Storage',
    required: true,
    meaning:
      'Keys that encrypt tokens and typed text at rest (AES-256-GCM), as `id:base64` separated by commas. The first one writes, all read: put a new key in front to change keys, and keep the old one.',
    fix: `Make one with: ${makeKey}`,
  },
  {
    name: 'DATA_DIR',
    section: 'Storage',
    default: './data',
    meaning: 'Folder of the SQLite database; made when missing, used by one process at a time.',
    fix: 'Set a folder on a local disk that only the bot’s account may read.',
  },
  {
    name: 'DATABASE_URL',
    section: 'Storage',
    otherwise: 'everything is stored in `DATA_DIR`',
    meaning:
      'Address of a PostgreSQL database (tested with version 15) that any number of instances share; `DATA_DIR` is not used then. Tables are made at the start. A pooler in between must keep sessions (no transaction mode).',
    fix: 'Set it like postgres://user:password@host:5432/database?sslmode=verify-full (special characters of the password as %xx), or leave it out.',
  },
  {
    name: 'CLOUD',
    section: 'Clouds and addresses',
    default: 'public',
    meaning: 'Microsoft cloud of the tenant; decides all addresses below. GCC is `public`.',
    fix: 'Set public, usgov (GCC High), usgovdod or china.',
  },
  {
    name: 'ENTRA_AUTHORITY',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Where people and the app sign in, without the tenant.',
    fix: 'Set an https address without the tenant, such as https://login.microsoftonline.com.',
  },
  {
    name: 'GRAPH_ENDPOINT',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Microsoft Graph, without the version.',
    fix: 'Set an https address without a path, such as https://graph.microsoft.com.',
  },
  {
    name: 'GRAPH_VERSION',
    section: 'Clouds and addresses',
    default: 'v1.0',
    meaning: 'Version of Microsoft Graph that is called.',
    fix: 'Set v1.0 or beta.',
  },
  {
    name: 'GRAPH_SCOPES',
    section: 'Clouds and addresses',
    default: '.default',
    meaning:
      'Delegated permissions that are asked for, separated by spaces; `.default` is what was consented to.',
    fix: 'Set .default alone, or permissions such as Group-Conversation.ReadWrite.All User.Read (Entra admin center › App registrations › your app › API permissions).',
  },
  {
    name: 'OUTLOOK_URL',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Where “Open in Outlook” points.',
    fix: 'Set an address such as https://outlook.office.com (https, or http on localhost).',
  },
  {
    name: 'ToChannelFromBotLoginUrl',
    section: 'Clouds and addresses',
    otherwise: '`{ENTRA_AUTHORITY}/{MicrosoftAppTenantId}`',
    meaning: 'Authority, tenant included, where the bot gets its own token for the channel.',
    fix: 'Set an https address with the tenant, such as https://login.microsoftonline.com/{tenant id}.',
  },
  {
    name: 'ToChannelFromBotOAuthScope',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Audience of the bot’s own token for the channel.',
    fix: 'Set the channel’s audience, such as https://api.botframework.com.',
  },
  {
    name: 'ToBotFromChannelTokenIssuer',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Exact issuer of the tokens that the channel sends.',
    fix: 'Set the issuer as it stands in the channel’s tokens, such as https://api.botframework.com.',
  },
  {
    name: 'ToBotFromChannelOpenIdMetadataUrl',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'OpenID metadata of the keys with which the channel signs.',
    fix: 'Set an address such as https://login.botframework.com/v1/.well-known/openidconfiguration (https, or http on localhost).',
  },
  {
    name: 'OAuthUrl',
    section: 'Clouds and addresses',
    otherwise: ofTheCloud,
    meaning: 'Bot Framework’s token service.',
    fix: 'Set an address such as https://api.botframework.com (https, or http on localhost).',
  },
  {
    name: 'SERVICE_URL_HOSTS',
    section: 'Clouds and addresses',
    otherwise: 'none',
    meaning: 'Hosts that the bot’s token may be sent to, added to those of CLOUD.',
    fix: 'Set host, host:port or *.domain, separated by commas.',
  },
  {
    name: 'FILE_HOSTS',
    section: 'Clouds and addresses',
    otherwise: 'none',
    meaning:
      'Hosts that files may be fetched from and reports be put to, added to those of CLOUD. A host that is named in full may have an address in your own network; what *.domain covers may not.',
    fix: 'Set host, host:port or *.domain, separated by commas.',
  },
  {
    name: 'SETTLE_SCHEDULE',
    section: 'Times',
    default: '2s,5s,15s,60s,5m,15m',
    meaning: 'When the outcome of a lost answer is looked for, counted from the attempt.',
    fix: 'Set growing times separated by commas, such as 2s,5s,1m (ms, s, m or h).',
  },
  {
    name: 'POST_DEADLINE',
    section: 'Times',
    default: '30s',
    meaning: 'Longest time for one POST to Microsoft Graph.',
    fix: 'Set a time of at most 50s, such as 30s: it must end before HOLD_TIME.',
  },
  {
    name: 'HOLD_TIME',
    section: 'Times',
    default: '60s',
    meaning:
      'How long one of several instances keeps a request to itself without a sign of life; after that another goes on with it.',
    fix: 'Set a time longer than POST_DEADLINE, such as 60s.',
  },
  {
    name: 'POLL_INTERVAL',
    section: 'Times',
    default: '60s',
    meaning:
      'How often watched groups are read; up to five times more rarely while nothing comes in. Where Microsoft 365 sends notifications, news come without waiting for it.',
    fix: 'Set a time such as 60s (ms, s, m or h).',
  },
  {
    name: 'KEEP_TEXTS',
    section: 'Times',
    default: '30d',
    meaning:
      'How long the text of a settled request (posted, refused or discarded) is kept; ids that prevent duplicates stay.',
    fix: 'Set a time such as 30d (ms, s, m, h or d), at most 365d.',
  },
  ...watchingSettings,
  {
    name: 'API_CLIENTS',
    section: 'Other systems',
    otherwise: 'none: the API answers everybody with 403',
    meaning:
      'Client ids of the apps that may call the API, separated by commas, each with the name after it that people read on its notices (docs/api.md). What an app may do there, Entra says.',
    fix: 'Set the “Application (client) ID” of each calling app (Entra admin center › App registrations), separated by commas, with its name after it if it sends notices.',
  },
  {
    name: 'API_RATE',
    section: 'Other systems',
    default: '60/min',
    meaning:
      'How many calls one of these apps may make for one person, and alone, counted over all instances.',
    fix: 'Set a number of calls and a time, such as 60/min (s, min or h).',
  },
  {
    name: 'METRICS_PORT',
    section: 'Metrics',
    otherwise: 'none',
    meaning: 'Port on loopback where metrics are read without a token.',
    fix: 'Set a number from 0 to 65535 that is not PORT (0: any free port).',
  },
  {
    name: 'METRICS_TOKEN',
    section: 'Metrics',
    otherwise: 'metrics are not served on `PORT`',
    meaning: 'Bearer token with which metrics are read on PORT.',
    fix: 'Set at least 16 characters without spaces, made at random.',
  },
  {
    name: 'NODE_ENV',
    section: 'Surroundings',
    otherwise: 'development',
    meaning:
      '`production` reads no `.env`, and refuses to start without an app registration instead of starting the local Microsoft 365.',
    fix: 'Set production where real people are served.',
  },
  {
    name: 'SANDBOX_PORT',
    section: 'Surroundings',
    default: '3979',
    meaning: 'Port of the page of the local Microsoft 365, on loopback.',
    fix: 'Set a number from 0 to 65535 (0: any free port).',
  },
  {
    name: 'SANDBOX_LIMITS',
    section: 'Surroundings',
    default: 'off',
    meaning:
      'Whether the local Microsoft 365 refuses messages (429) that are more than Teams lets a bot send. Off, so that nobody who presses quickly has to wait; it counts them either way.',
    fix: 'Set on or off.',
  },
  {
    name: 'NODE_EXTRA_CA_CERTS',
    section: 'Surroundings',
    otherwise: 'none',
    meaning: 'File with further certificate authorities, read by Node.js itself (not from `.env`).',
    fix: 'Set the path of a PEM file before the process starts.',
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];
