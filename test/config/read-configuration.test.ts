import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chatLimits } from '../../src/conversations/pace/message-limits.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { SettingsError } from '../../src/config/settings-error.ts';
import { settings, type SettingName } from '../../src/config/settings.ts';
import { sampleEnvironment } from './sample-environment.ts';

const appId = 'aaaaaaaa-0000-4000-8000-00000000000a';
const tenantId = 'bbbbbbbb-0000-4000-8000-00000000000b';

/** The problems of an environment, as `NAME problem`. */
function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfiguration(env);
  } catch (error) {
    assert.ok(error instanceof SettingsError, String(error));
    return error.problems.map(({ name, problem }) => `${name} ${problem}`);
  }
  return [];
}

const read = (changes: Record<string, string | undefined>) => readConfiguration(sampleEnvironment(changes));

describe('reading the configuration', () => {
  it('needs five settings and has a value for everything else', () => {
    assert.deepEqual(read({}), {
      server: { port: 3978, host: undefined, publicUrl: 'https://kickoff.contoso.com', logLevel: 'info' },
      app: { id: appId, tenantId, credential: { kind: 'secret', secret: 'a client secret' } },
      allowedTenants: new Set([tenantId]),
      cloud: 'public',
      endpoints: {
        entraAuthority: 'https://login.microsoftonline.com',
        graph: 'https://graph.microsoft.com',
        outlook: 'https://outlook.office.com',
        channelLogin: `https://login.microsoftonline.com/${tenantId}`,
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
        namedHosts: [],
      },
      graph: { version: 'v1.0', scopes: ['.default'] },
      slashCommands: false,
      ssoResource: `api://kickoff.contoso.com/botid-${appId}`,
      times: {
        settleSchedule: [2_000, 5_000, 15_000, 60_000, 300_000, 900_000],
        postDeadline: 30_000,
        holdTime: 60_000,
        pollInterval: 60_000,
        keepTexts: 2_592_000_000,
      },
      watching: { shared: true, noticeRate: 30, chatLimits: [...chatLimits] },
      api: { clients: new Map(), rate: { limit: 60, windowMs: 60_000 } },
      installForPeople: false,
      metrics: { port: undefined, token: undefined },
      database: { kind: 'sqlite', folder: './data' },
      encryptionKeys: [{ id: 'k1', key: Buffer.alloc(32, 7) }],
    });
  });

  it('points everything at another cloud by settings alone', () => {
    const { endpoints, ssoResource, server } = read({
      PUBLIC_URL: 'http://localhost:3978/',
      ENTRA_AUTHORITY: 'https://localhost:9443/entra/',
      GRAPH_ENDPOINT: 'https://localhost:9444/',
      OUTLOOK_URL: 'http://localhost:3979/outlook/',
      ToChannelFromBotLoginUrl: 'https://localhost:9443/entra/tenant',
      ToChannelFromBotOAuthScope: 'https://api.example.com/.default',
      ToBotFromChannelTokenIssuer: 'https://localhost:9443/Channel/',
      ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9445/metadata',
      OAuthUrl: 'https://localhost:9446/tokens',
      SERVICE_URL: 'http://localhost:9447/teams/',
      SERVICE_URL_HOSTS: 'LocalHost:9447, *.example.com [::1]:80',
      FILE_HOSTS: 'files.example.com',
    });
    assert.deepEqual(endpoints, {
      entraAuthority: 'https://localhost:9443/entra',
      graph: 'https://localhost:9444',
      outlook: 'http://localhost:3979/outlook',
      channelLogin: 'https://localhost:9443/entra/tenant',
      channelScope: 'https://api.example.com',
      channelIssuer: 'https://localhost:9443/Channel/',
      channelMetadata: 'http://127.0.0.1:9445/metadata',
      channelTokenService: 'https://localhost:9446/tokens',
      serviceUrl: 'http://localhost:9447/teams',
      serviceUrlHosts: [
        'smba.trafficmanager.net',
        'smba.onyx.prod.teams.trafficmanager.net',
        'smba.infra.gcc.teams.microsoft.com',
        'localhost:9447',
        '*.example.com',
        '[::1]:80',
      ],
      fileHosts: ['*.sharepoint.com', 'files.example.com'],
      namedHosts: ['localhost:9447', '[::1]:80', 'files.example.com'],
    });
    assert.equal(server.publicUrl, 'http://localhost:3978');
    assert.equal(ssoResource, `api://localhost:3978/botid-${appId}`);
    const { channelLogin } = read({ ENTRA_AUTHORITY: 'https://login.example.com' }).endpoints;
    assert.equal(channelLogin, `https://login.example.com/${tenantId}`, 'follows the authority');
  });

  it('reads every other setting', () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const configuration = read({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'debug',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: undefined,
      CertificateThumbprint: 'ab:cd:'.repeat(10),
      CertificatePrivateKey: privateKey.trim().replaceAll('\n', '\\n'),
      ALLOWED_TENANTS: `${tenantId.toUpperCase()}, ${appId}`,
      SSO_RESOURCE: 'api://botid-1',
      GRAPH_VERSION: 'beta',
      GRAPH_SCOPES: 'Group-Conversation.ReadWrite.All, User.Read',
      SETTLE_SCHEDULE: '500ms,2s,1m,1h',
      POST_DEADLINE: '50s',
      POLL_INTERVAL: '5m',
      KEEP_TEXTS: '7d',
      API_CLIENTS: `${appId.toUpperCase()} Help desk ${tenantId}`,
      API_RATE: '1000/h',
      METRICS_PORT: '9100',
      METRICS_TOKEN: 'sixteen-letters!',
      DATA_DIR: '/var/lib/kickoff',
      ENCRYPTION_KEYS: [1, 2].map((n) => `key-${n}:${Buffer.alloc(32, n).toString('base64')}`).join(', '),
    });
    assert.equal(configuration.server.port, 0);
    assert.equal(configuration.server.host, '127.0.0.1');
    assert.equal(configuration.server.logLevel, 'debug');
    assert.deepEqual(configuration.app.credential, {
      kind: 'certificate',
      thumbprint: 'ABCD'.repeat(10),
      privateKey: privateKey.trim(),
    });
    assert.deepEqual(configuration.allowedTenants, new Set([tenantId, appId]));
    assert.equal(configuration.ssoResource, 'api://botid-1');
    assert.deepEqual(configuration.graph, {
      version: 'beta',
      scopes: ['Group-Conversation.ReadWrite.All', 'User.Read'],
    });
    assert.deepEqual(configuration.times, {
      settleSchedule: [500, 2_000, 60_000, 3_600_000],
      postDeadline: 50_000,
      holdTime: 60_000,
      pollInterval: 300_000,
      keepTexts: 604_800_000,
    });
    assert.deepEqual(configuration.api, {
      clients: new Map([
        [appId, 'Help desk'],
        [tenantId, tenantId],
      ]),
      rate: { limit: 1_000, windowMs: 3_600_000 },
    });
    assert.deepEqual(configuration.metrics, { port: 9_100, token: 'sixteen-letters!' });
    assert.deepEqual(configuration.database, { kind: 'sqlite', folder: '/var/lib/kickoff' });
    assert.deepEqual(configuration.encryptionKeys, [
      { id: 'key-1', key: Buffer.alloc(32, 1) },
      { id: 'key-2', key: Buffer.alloc(32, 2) },
    ]);
  });

  it('stores in PostgreSQL where its address is set, whatever the folder', () => {
    for (const url of [
      'postgres://localhost/kickoff',
      'postgresql://kickoff:p%23ss@db.contoso.com:5433/kickoff?sslmode=verify-full',
      'postgres://kickoff@[::1]/kickoff',
      'postgres:///kickoff?host=/var/run/postgresql',
    ]) {
      const { database } = read({ DATABASE_URL: ` ${url}`, DATA_DIR: '/var/lib/kickoff' });
      assert.deepEqual(database, { kind: 'postgres', url });
    }
  });

  it('takes an empty setting as not set, and drops spaces around one', () => {
    const empty = Object.fromEntries(settings.map(({ name }) => [name, ' ']));
    const { PUBLIC_URL, ...others } = sampleEnvironment();
    const configuration = readConfiguration({ ...empty, ...others, PUBLIC_URL: ` ${PUBLIC_URL}\n` });
    assert.deepEqual(configuration, read({}));
  });

  it('names every missing setting at once, each with what to do', () => {
    assert.deepEqual(problemsOf({}), [
      'PUBLIC_URL is missing',
      'MicrosoftAppId is missing',
      'MicrosoftAppTenantId is missing',
      'MicrosoftAppPassword is missing, and so is a certificate or a federated credential instead',
      'ENCRYPTION_KEYS is missing',
    ]);
    assert.throws(
      () => readConfiguration({}),
      (error: SettingsError) =>
        error.problems.every(({ name, problem, fix }) =>
          error.message.includes(`${name} ${problem}.\n    ${fix}`),
        ) && error.message.includes('Entra admin center › App registrations › your app › Overview'),
    );
  });

  it('names missing and malformed settings together', () => {
    const env = sampleEnvironment({
      PORT: 'x',
      CLOUD: 'mars',
      MicrosoftAppId: undefined,
      METRICS_TOKEN: 'short',
    });
    assert.deepEqual(problemsOf(env), [
      'PORT is not a port',
      'MicrosoftAppId is missing',
      'CLOUD is none of public, usgov, usgovdod, china',
      'METRICS_TOKEN is shorter than 16 characters or has spaces in it',
    ]);
  });

  const key = Buffer.alloc(32).toString('base64');
  const wrong: Partial<Record<SettingName, string[]>> = {
    PORT: ['-1', '65536', '1.5', '0x10', '80 80'],
    HOST: ['a b'],
    PUBLIC_URL: [
      'kickoff.contoso.com',
      'http://kickoff.contoso.com',
      'https://kickoff.contoso.com/bot',
      'https://kickoff.contoso.com/?a',
      'https://me:pass@kickoff.contoso.com',
      'ftp://localhost',
      'http://localhost.contoso.com',
    ],
    LOG_LEVEL: ['verbose', 'INFO'],
    MicrosoftAppId: ['kickoff', `{${appId}}`],
    MicrosoftAppTenantId: ['contoso.onmicrosoft.com'],
    MicrosoftAppType: ['MultiTenant', 'UserAssignedMsi'],
    ALLOWED_TENANTS: ['*', `${tenantId},contoso.com`, ','],
    SSO_RESOURCE: ['botid', 'api://a b'],
    ENCRYPTION_KEYS: [
      'k1',
      key,
      `k1:${Buffer.alloc(31).toString('base64')}`,
      `k1:${Buffer.alloc(33).toString('base64')}`,
      `k:1:${key}`,
      `k1:${key},k1:${key}`,
      `k1:${key},k2`,
      ',',
    ],
    DATABASE_URL: [
      'mysql://localhost/kickoff',
      'localhost:5432/kickoff',
      'host=localhost dbname=kickoff',
      'postgres:kickoff',
      'postgres:///kickoff',
      'postgres://kickoff:pass#word@localhost/kickoff',
      'postgres://kickoff:pass%word@localhost/kickoff',
    ],
    CLOUD: ['Public', 'gcc'],
    ENTRA_AUTHORITY: [
      'login.microsoftonline.com',
      'http://localhost:9443',
      `https://login.microsoftonline.com/${tenantId}`,
      'https://login.microsoftonline.com/common/',
      'https://login.microsoftonline.com/organizations/v2.0',
    ],
    GRAPH_ENDPOINT: ['https://graph.microsoft.com/v1.0', 'http://localhost:9443'],
    GRAPH_VERSION: ['1.0', 'v2'],
    GRAPH_SCOPES: ['.default User.Read', ','],
    OUTLOOK_URL: ['outlook.office.com', 'javascript:alert(1)', 'http://outlook.office.com'],
    ToChannelFromBotLoginUrl: ['http://localhost/tenant'],
    ToChannelFromBotOAuthScope: ['a b'],
    ToBotFromChannelTokenIssuer: ['a b'],
    ToBotFromChannelOpenIdMetadataUrl: ['http://login.botframework.com/metadata'],
    OAuthUrl: ['http://api.botframework.com'],
    SERVICE_URL: [
      'smba.trafficmanager.net',
      'http://smba.trafficmanager.net/teams',
      'https://smba.trafficmanager.net.example.com/teams',
      'https://smba.infra.gov.teams.microsoft.us/teams',
      'https://a@smba.trafficmanager.net/teams',
    ],
    SERVICE_URL_HOSTS: [
      '*',
      '*.com',
      'https://smba.trafficmanager.net',
      'a.example.com/path',
      'a.*.example.com',
    ],
    FILE_HOSTS: ['*.', '-a.example.com'],
    SETTLE_SCHEDULE: ['2', '2s,1s', '2s,2s', '0s', '2s,later', ',', '1.5s', '2 s'],
    POST_DEADLINE: ['51s', '1m', '30', '0ms', '-1s'],
    HOLD_TIME: ['30s', '1s', 'long'],
    POLL_INTERVAL: ['daily', '9000h'],
    API_CLIENTS: ['*', ',', 'my-app'],
    API_RATE: ['60', '0/s', '1.5/s', '-1/s', '60/m', '60 / min', 'often'],
    METRICS_PORT: ['x', '3978'],
    METRICS_TOKEN: ['0123456789abcde', '0123456789 abcdef'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    it(`refuses a malformed ${name}, and says what to set without repeating it`, () => {
      for (const value of values) {
        const env = sampleEnvironment({ [name]: value });
        const found = problemsOf(env);
        assert.equal(found.length, 1, `${value}: ${found.join('; ')}`);
        assert.ok(found[0]?.startsWith(`${name} `), found[0]);
        if (value.length > 20) assert.equal(found[0]?.includes(value), false, 'a value may be a secret');
      }
    });
  }

  it('says why a managed identity alone cannot be used', () => {
    const env = sampleEnvironment({ MicrosoftAppType: 'UserAssignedMsi' });
    assert.match(problemsOf(env)[0] ?? '', /access_as_user/);
  });

  it('takes one credential, whole', () => {
    const thumbprint = 'a'.repeat(40);
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const certificate = (CertificateThumbprint?: string, CertificatePrivateKey?: string) =>
      problemsOf(
        sampleEnvironment({ MicrosoftAppPassword: '', CertificateThumbprint, CertificatePrivateKey }),
      );
    assert.deepEqual(certificate(thumbprint, pem), []);
    assert.deepEqual(certificate('b'.repeat(64), pem), []);
    assert.deepEqual(certificate(thumbprint), [
      'CertificatePrivateKey is missing next to CertificateThumbprint',
    ]);
    assert.deepEqual(certificate(undefined, pem), [
      'CertificateThumbprint is missing next to CertificatePrivateKey',
    ]);
    assert.deepEqual(certificate('abc', 'no key'), [
      'CertificateThumbprint is not a SHA-1 or SHA-256 thumbprint',
      'CertificatePrivateKey is not an unencrypted private key in PEM',
    ]);
    const both = sampleEnvironment({ CertificateThumbprint: thumbprint, CertificatePrivateKey: pem });
    assert.deepEqual(problemsOf(both), [
      'MicrosoftAppPassword is set next to a certificate; only one of them can be used',
    ]);
  });

  it('keeps metrics off the port of the bot', () => {
    assert.deepEqual(problemsOf(sampleEnvironment({ PORT: '80', METRICS_PORT: '80' })), [
      'METRICS_PORT is the same as PORT',
    ]);
    assert.deepEqual(problemsOf(sampleEnvironment({ PORT: '0', METRICS_PORT: '0' })), []);
  });

  it('keeps a hold longer than what is done under it', () => {
    const times = (POST_DEADLINE: string, HOLD_TIME: string) =>
      problemsOf(sampleEnvironment({ POST_DEADLINE, HOLD_TIME }));
    assert.deepEqual(times('1s', '2s'), []);
    assert.deepEqual(times('2s', '2s'), ['HOLD_TIME is not longer than POST_DEADLINE']);
  });

  it('accepts the key that its own advice makes', () => {
    const fix: string = settings.find(({ name }) => name === 'ENCRYPTION_KEYS')?.fix ?? '';
    const script = /node -e "(.*)"$/.exec(fix)?.[1] ?? '';
    const made = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    assert.equal(read({ ENCRYPTION_KEYS: made }).encryptionKeys[0]?.key.length, 32);
  });
});
