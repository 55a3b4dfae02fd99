import type { CloudName, Endpoints } from './configuration.ts';

/** A cloud's own addresses; where the bot gets its own token follows from the authority and the tenant. */
type CloudPreset = Readonly<Omit<Endpoints, 'channelLogin' | 'namedHosts'>>;

/**
 * Microsoft's clouds. Sources: Graph deployments (learn.microsoft.com/graph/deployments), Bot Framework's
 * authentication constants (botbuilder-js, libraries/botframework-connector/src/auth), the Teams SDK's cloud
 * environments (npm @microsoft/teams.api) and Teams' page on proactive messages for the service URLs (that of China is on no
 * page: there the address comes with the first message). GCC uses `public`, with its own `SERVICE_URL`.
 *
 * Unproven, as no page that was found states them: the Outlook hosts and file hosts of the three sovereign clouds.
 * Sources disagree on the token services outside `public`, and on Entra in China (Graph's page still names
 * login.chinacloudapi.cn). Every address can be overridden.
 */
export const clouds: Readonly<Record<CloudName, CloudPreset>> = {
  public: {
    entraAuthority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    outlook: 'https://outlook.office.com',
    channelScope: 'https://api.botframework.com',
    channelIssuer: 'https://api.botframework.com',
    channelMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    channelTokenService: 'https://api.botframework.com',
    serviceUrl: 'https://smba.trafficmanager.net/teams',
    serviceUrlHosts: [
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
    ],
    fileHosts: ['*.sharepoint.com'],
  },
  usgov: {
    entraAuthority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    outlook: 'https://outlook.office365.us',
    channelScope: 'https://api.botframework.us',
    channelIssuer: 'https://api.botframework.us',
    channelMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    channelTokenService: 'https://tokengcch.botframework.azure.us',
    serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams',
    serviceUrlHosts: ['smba.infra.gov.teams.microsoft.us'],
    fileHosts: ['*.sharepoint.us'],
  },
  usgovdod: {
    entraAuthority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    outlook: 'https://webmail.apps.mil',
    channelScope: 'https://api.botframework.us',
    channelIssuer: 'https://api.botframework.us',
    channelMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    channelTokenService: 'https://apiDoD.botframework.azure.us',
    serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams',
    serviceUrlHosts: ['smba.infra.dod.teams.microsoft.us'],
    fileHosts: ['*.dps.mil'],
  },
  china: {
    entraAuthority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    outlook: 'https://partner.outlook.cn',
    channelScope: 'https://api.botframework.azure.cn',
    channelIssuer: 'https://api.botframework.azure.cn',
    channelMetadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    channelTokenService: 'https://token.botframework.azure.cn',
    serviceUrl: undefined,
    serviceUrlHosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    fileHosts: ['*.sharepoint.cn'],
  },
};
