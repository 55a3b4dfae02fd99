import type { Setting } from './setting.ts';

const ofTheCloud = 'the address that `CLOUD` has';

/** The settings of the cloud and of its addresses, as `settings.ts` lists them. */
export const addressSettings = [
  {
    name: 'CLOUD',
    section: 'Clouds and addresses',
    default: 'public',
    meaning:
      'Microsoft cloud of the tenant; decides all addresses below. GCC is `public`, with a `SERVICE_URL` of its own.',
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
    name: 'SERVICE_URL',
    section: 'Clouds and addresses',
    otherwise: `${ofTheCloud} (\`china\` has none)`,
    meaning:
      'Address of Teams’ bot service, where chats are made in a tenant that has not written to the bot yet: people whom another system tells something, or who get the bot by an administrator. Every chat that has written is answered at its own address.',
    fix: 'Set an address such as https://smba.infra.gcc.teams.microsoft.com/teams (that of GCC), or leave it out.',
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
] as const satisfies readonly Setting[];
