import { randomBytes } from 'node:crypto';
import type { SandboxTenant } from './tenant/tenant.ts';

/** The settings with which a bot uses this cloud: nothing but what any private cloud would need. */
export function sandboxSettings(options: {
  tenant: SandboxTenant;
  cloudOrigin: string;
  pageOrigin: string;
  /** Where people's browsers reach the bot: `http://localhost:3978`. */
  publicUrl: string;
  installsForPeople?: boolean | undefined;
}): Record<string, string> {
  const { tenant, cloudOrigin, pageOrigin, publicUrl, installsForPeople } = options;
  return {
    HOST: 'localhost',
    PORT: new URL(publicUrl).port,
    PUBLIC_URL: publicUrl,
    MicrosoftAppId: tenant.app.id,
    MicrosoftAppTenantId: tenant.id,
    MicrosoftAppPassword: tenant.app.secret,
    API_CLIENTS: `${tenant.apiClient.id} ${tenant.apiClient.name}`,
    SSO_RESOURCE: tenant.app.ssoResource,
    ENTRA_AUTHORITY: cloudOrigin,
    GRAPH_ENDPOINT: cloudOrigin,
    OUTLOOK_URL: pageOrigin,
    ToChannelFromBotLoginUrl: `${cloudOrigin}/${tenant.id}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: `${cloudOrigin}/botframework`,
    ToBotFromChannelOpenIdMetadataUrl: `${cloudOrigin}/botframework/.well-known/openidconfiguration`,
    OAuthUrl: `${cloudOrigin}/tokenservice`,
    SERVICE_URL: `${cloudOrigin}/channel/${tenant.id}`,
    SERVICE_URL_HOSTS: new URL(cloudOrigin).host,
    FILE_HOSTS: new URL(cloudOrigin).host,
    ...(installsForPeople && { INSTALL_FOR_PEOPLE: 'on' }),
    ENCRYPTION_KEYS: `sandbox:${randomBytes(32).toString('base64')}`,
  };
}
