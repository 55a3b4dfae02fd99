import type { z } from 'zod';
import { checkTogether } from './check-together.ts';
import { clouds } from './clouds.ts';
import type { Configuration, Endpoints } from './configuration.ts';
import { credentialOf } from './credential-of.ts';
import { parseSettings } from './parse-settings.ts';
import { ssoResource } from './sso-resource.ts';
import { settingsSchema } from './settings-schema.ts';

type Values = z.output<typeof settingsSchema>;

/**
 * The configuration of a process that serves a real tenant, or any other cloud that the settings describe.
 * Surrounding spaces are dropped, and an empty setting counts as not set.
 *
 * @throws SettingsError with every missing or malformed setting, in the order of `docs/settings.md`.
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  return configurationOf(parseSettings(env, settingsSchema, checkTogether));
}

function configurationOf(values: Values): Configuration {
  return {
    server: {
      port: values.PORT,
      host: values.HOST,
      publicUrl: values.PUBLIC_URL,
      logLevel: values.LOG_LEVEL,
    },
    app: {
      id: values.MicrosoftAppId,
      tenantId: values.MicrosoftAppTenantId,
      credential: credentialOf(values),
    },
    allowedTenants: new Set(values.ALLOWED_TENANTS ?? [values.MicrosoftAppTenantId]),
    cloud: values.CLOUD,
    endpoints: endpointsOf(values),
    graph: { version: values.GRAPH_VERSION, scopes: values.GRAPH_SCOPES },
    ssoResource: ssoResource(values),
    api: { clients: values.API_CLIENTS, rate: values.API_RATE },
    times: {
      settleSchedule: values.SETTLE_SCHEDULE,
      postDeadline: values.POST_DEADLINE,
      holdTime: values.HOLD_TIME,
      pollInterval: values.POLL_INTERVAL,
      keepTexts: values.KEEP_TEXTS,
    },
    slashCommands: values.SLASH_COMMANDS === 'on',
    watching: {
      shared: values.SHARED_WATCHES === 'on',
      noticeRate: values.NOTICE_RATE,
      chatLimits: values.NOTICE_CHAT_LIMITS,
    },
    installForPeople: values.INSTALL_FOR_PEOPLE === 'on',
    metrics: { port: values.METRICS_PORT, token: values.METRICS_TOKEN },
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'sqlite', folder: values.DATA_DIR }
        : { kind: 'postgres', url: values.DATABASE_URL },
    encryptionKeys: values.ENCRYPTION_KEYS,
  };
}

function endpointsOf(values: Values): Endpoints {
  const preset = clouds[values.CLOUD];
  const entraAuthority = values.ENTRA_AUTHORITY ?? preset.entraAuthority;
  return {
    entraAuthority,
    graph: values.GRAPH_ENDPOINT ?? preset.graph,
    outlook: values.OUTLOOK_URL ?? preset.outlook,
    channelLogin: values.ToChannelFromBotLoginUrl ?? `${entraAuthority}/${values.MicrosoftAppTenantId}`,
    channelScope: values.ToChannelFromBotOAuthScope ?? preset.channelScope,
    channelIssuer: values.ToBotFromChannelTokenIssuer ?? preset.channelIssuer,
    channelMetadata: values.ToBotFromChannelOpenIdMetadataUrl ?? preset.channelMetadata,
    channelTokenService: values.OAuthUrl ?? preset.channelTokenService,
    serviceUrl: values.SERVICE_URL ?? preset.serviceUrl,
    serviceUrlHosts: [...preset.serviceUrlHosts, ...values.SERVICE_URL_HOSTS],
    fileHosts: [...preset.fileHosts, ...values.FILE_HOSTS],
    namedHosts: [...values.SERVICE_URL_HOSTS, ...values.FILE_HOSTS].filter((host) => !host.startsWith('*.')),
  };
}
