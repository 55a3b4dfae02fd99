import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { CloudName, GraphVersion, LogLevel } from './configuration.ts';
import { parseApiClients } from './parse-api-clients.ts';
import { parseAddress, type AddressRules } from './parse-address.ts';
import { chatLimits } from '../conversations/pace/message-limits.ts';
import { parseCallRate } from './parse-call-rate.ts';
import { parseChatLimits } from './parse-chat-limits.ts';
import { parseDatabaseUrl } from './parse-database-url.ts';
import { parseDuration } from './parse-duration.ts';
import { parseEncryptionKeys } from './parse-encryption-keys.ts';
import { parseHosts } from './parse-hosts.ts';
import type { SettingName } from './settings.ts';

const text = z.string({ error: 'is missing' });
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const words = (value: string) => value.split(/[\s,]+/).filter((word) => word !== '');

/** A setting that `parse` understands, or else the problem (to be read after its name). */
function field<Value>(problem: string, parse: (value: string) => Value | undefined) {
  return text.transform((value, context) => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

const one = <Choice extends string>(...choices: readonly Choice[]) =>
  field(`is none of ${choices.join(', ')}`, (value) => choices.find((choice) => choice === value));

const id = field('is not a GUID', (value) =>
  guid.test(value.toLowerCase()) ? value.toLowerCase() : undefined,
);

const guids = field('has an entry that is not a GUID', (value) => {
  const list = words(value.toLowerCase());
  return list.length > 0 && list.every((each) => guid.test(each)) ? list : undefined;
});

const port = field('is not a port', (value) =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined,
);

const address = (problem: string, rules?: AddressRules) =>
  field(problem, (value) => parseAddress(value, rules));

const hosts = field('has an entry that is not a host, host:port or *.domain', parseHosts);

const duration = (longest = Number.POSITIVE_INFINITY) =>
  field('is not a time that fits', (value) => {
    const time = parseDuration(value);
    return time !== undefined && time <= longest ? time : undefined;
  });

const withoutSpaces = (value: string) => (/\s/.test(value) ? undefined : value);

const appType = text.superRefine((value, context) => {
  if (value === 'SingleTenant') return;
  const message =
    value === 'UserAssignedMsi'
      ? 'is UserAssignedMsi, and a managed identity alone has no app registration that could expose access_as_user, so nobody can be served on their behalf'
      : 'is not SingleTenant, the only kind that Entra still lets new bots have';
  context.addIssue({ code: 'custom', message });
});

const authority = field('is not an https address without the tenant', (value) => {
  const parsed = parseAddress(value, { path: true });
  const last = parsed?.split('/').at(-1)?.toLowerCase() ?? '';
  return guid.test(last) || ['common', 'organizations', 'consumers', 'v2.0'].includes(last)
    ? undefined
    : parsed;
});

const scopes = field('is empty, or has more than .default', (value) => {
  const list = words(value);
  // Entra refuses .default next to other scopes of the same resource (AADSTS70011).
  return list.length === 0 || (list.length > 1 && list.includes('.default')) ? undefined : list;
});

const schedule = field('is not a list of growing times', (value) => {
  const times = words(value).map(parseDuration);
  const grows = times.every((time, n) => time !== undefined && time > (times[n - 1] ?? 0));
  return grows && times.length > 0 ? (times as number[]) : undefined;
});

const encryptionKeys = text.transform((value, context) => {
  const keys = parseEncryptionKeys(value);
  if (typeof keys !== 'string') return keys;
  context.addIssue({ code: 'custom', message: keys });
  return z.NEVER;
});

const thumbprint = field('is not a SHA-1 or SHA-256 thumbprint', (value) => {
  const digits = value.replace(/[\s:]/g, '').toUpperCase();
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(digits) ? digits : undefined;
});

const privateKey = field('is not an unencrypted private key in PEM', (value) => {
  const pem = value.replaceAll('\\n', '\n');
  try {
    createPrivateKey(pem);
    return pem;
  } catch {
    return undefined;
  }
});

/** Each setting alone: from the text in the environment to its value. What lies between settings is checked elsewhere. */
export const settingsSchema = z.object({
  PORT: port.default(3978),
  HOST: field('is not a host', withoutSpaces).optional(),
  PUBLIC_URL: address('is not an https address without a path', { loopbackHttp: true }),
  LOG_LEVEL: one<LogLevel>('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  MicrosoftAppId: id,
  MicrosoftAppTenantId: id,
  MicrosoftAppType: appType.optional(),
  MicrosoftAppPassword: text.optional(),
  CertificateThumbprint: thumbprint.optional(),
  CertificatePrivateKey: privateKey.optional(),
  FEDERATED_CREDENTIAL: one('managed-identity', 'token-file').optional(),
  MANAGED_IDENTITY_CLIENT_ID: id.optional(),
  AZURE_FEDERATED_TOKEN_FILE: text.optional(),
  ALLOWED_TENANTS: guids.optional(),
  SSO_RESOURCE: field('is not an Application ID URI', (value) =>
    /^(?:api|https):\/\/\S+$/i.test(value) ? value : undefined,
  ).optional(),
  DEVELOPER_NAME: field('is longer than 32 characters', (value) =>
    value.length <= 32 ? value : undefined,
  ).optional(),
  DEVELOPER_URL: address('is not an https address', { path: true }).optional(),
  PRIVACY_URL: address('is not an https address', { path: true }).optional(),
  TERMS_URL: address('is not an https address', { path: true }).optional(),
  SLASH_COMMANDS: one<'on' | 'off'>('on', 'off').default('off'),
  ENCRYPTION_KEYS: encryptionKeys,
  DATA_DIR: text.default('./data'),
  DATABASE_URL: field('is not the address of a PostgreSQL database', parseDatabaseUrl).optional(),
  CLOUD: one<CloudName>('public', 'usgov', 'usgovdod', 'china').default('public'),
  ENTRA_AUTHORITY: authority.optional(),
  GRAPH_ENDPOINT: address('is not an https address without a path').optional(),
  GRAPH_VERSION: one<GraphVersion>('v1.0', 'beta').default('v1.0'),
  GRAPH_SCOPES: scopes.default(['.default']),
  OUTLOOK_URL: address('is not an https address', { loopbackHttp: true, path: true }).optional(),
  ToChannelFromBotLoginUrl: address('is not an https address', { path: true }).optional(),
  ToChannelFromBotOAuthScope: field('has spaces in it', (value) =>
    withoutSpaces(value)?.replace(/\/\.default$/, ''),
  ).optional(),
  ToBotFromChannelTokenIssuer: field('has spaces in it', withoutSpaces).optional(),
  ToBotFromChannelOpenIdMetadataUrl: address('is not an https address', {
    loopbackHttp: true,
    path: true,
  }).optional(),
  OAuthUrl: address('is not an https address', { loopbackHttp: true, path: true }).optional(),
  SERVICE_URL: address('is not an https address', { loopbackHttp: true, path: true }).optional(),
  SERVICE_URL_HOSTS: hosts.default([]),
  FILE_HOSTS: hosts.default([]),
  SETTLE_SCHEDULE: schedule.default([2_000, 5_000, 15_000, 60_000, 300_000, 900_000]),
  POST_DEADLINE: duration(50_000).default(30_000),
  HOLD_TIME: duration().default(60_000),
  POLL_INTERVAL: duration().default(60_000),
  KEEP_TEXTS: duration().default(30 * 86_400_000),
  SHARED_WATCHES: one('on', 'off').default('on'),
  NOTICE_RATE: field('is not a number from 1 to 1000', (value) =>
    /^[1-9]\d{0,3}$/.test(value) && Number(value) <= 1000 ? Number(value) : undefined,
  ).default(30),
  NOTICE_CHAT_LIMITS: field(
    'is not a list of messages and growing times of at most 1h',
    parseChatLimits,
  ).default([...chatLimits]),
  INSTALL_FOR_PEOPLE: one('on', 'off').default('off'),
  API_CLIENTS: field('has an entry that does not begin with a GUID', parseApiClients).default(new Map()),
  API_RATE: field('is not a number of calls in a time', parseCallRate).default({
    limit: 60,
    windowMs: 60_000,
  }),
  METRICS_PORT: port.optional(),
  METRICS_TOKEN: field('is shorter than 16 characters or has spaces in it', (value) =>
    value.length >= 16 ? withoutSpaces(value) : undefined,
  ).optional(),
} satisfies Partial<Record<SettingName, z.ZodType>>);
