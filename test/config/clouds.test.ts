import assert from 'node:assert/strict';
import { allowServiceUrls } from '../../src/config/allow-service-urls.ts';
import { clouds } from '../../src/config/clouds.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { sampleEnvironment } from './sample-environment.ts';

const tenantId = 'bbbbbbbb-0000-4000-8000-00000000000b';

/** Microsoft's tables (Graph deployments, Bot Framework's and the Teams SDK's constants), as host names. */
const tables = {
  public: {
    entra: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    audience: 'api.botframework.com',
    metadata: 'login.botframework.com',
    tokenService: 'api.botframework.com',
    outlook: 'outlook.office.com',
    serviceUrls: [
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
    ],
    serviceUrl: 'https://smba.trafficmanager.net/teams',
  },
  usgov: {
    entra: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    audience: 'api.botframework.us',
    metadata: 'login.botframework.azure.us',
    tokenService: 'tokengcch.botframework.azure.us',
    outlook: 'outlook.office365.us',
    serviceUrls: ['smba.infra.gov.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams',
  },
  usgovdod: {
    entra: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    audience: 'api.botframework.us',
    metadata: 'login.botframework.azure.us',
    tokenService: 'apiDoD.botframework.azure.us',
    outlook: 'webmail.apps.mil',
    serviceUrls: ['smba.infra.dod.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams',
  },
  china: {
    entra: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    audience: 'api.botframework.azure.cn',
    metadata: 'login.botframework.azure.cn',
    tokenService: 'token.botframework.azure.cn',
    outlook: 'partner.outlook.cn',
    serviceUrls: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    serviceUrl: undefined,
  },
} as const;

describe('the clouds', () => {
  for (const [cloud, table] of Object.entries(tables)) {
    it(`${cloud} has the addresses of Microsoft’s tables`, () => {
      const { endpoints } = readConfiguration(sampleEnvironment({ CLOUD: cloud }));
      const { fileHosts, namedHosts, ...addresses } = endpoints;
      assert.deepEqual(addresses, {
        entraAuthority: `https://${table.entra}`,
        graph: `https://${table.graph}`,
        outlook: `https://${table.outlook}`,
        channelLogin: `https://${table.entra}/${tenantId}`,
        channelScope: `https://${table.audience}`,
        channelIssuer: `https://${table.audience}`,
        channelMetadata: `https://${table.metadata}/v1/.well-known/openidconfiguration`,
        channelTokenService: `https://${table.tokenService}`,
        serviceUrl: table.serviceUrl,
        serviceUrlHosts: table.serviceUrls,
      });
      assert.equal(fileHosts.length, 1);
      assert.deepEqual(namedHosts, []);
    });
  }

  const elsewhere = 'https://elsewhere.example';
  const overrides = {
    ENTRA_AUTHORITY: 'entraAuthority',
    GRAPH_ENDPOINT: 'graph',
    OUTLOOK_URL: 'outlook',
    ToChannelFromBotLoginUrl: 'channelLogin',
    ToChannelFromBotOAuthScope: 'channelScope',
    ToBotFromChannelTokenIssuer: 'channelIssuer',
    ToBotFromChannelOpenIdMetadataUrl: 'channelMetadata',
    OAuthUrl: 'channelTokenService',
  } as const;
  for (const cloud of Object.keys(tables)) {
    it(`every address of ${cloud} can be replaced, each without the others`, () => {
      const preset = readConfiguration(sampleEnvironment({ CLOUD: cloud })).endpoints;
      for (const [setting, field] of Object.entries(overrides)) {
        const { endpoints } = readConfiguration(sampleEnvironment({ CLOUD: cloud, [setting]: elsewhere }));
        // The bot's own sign-in follows the authority unless it is set itself.
        const follows = field === 'entraAuthority' && { channelLogin: `${elsewhere}/${tenantId}` };
        assert.deepEqual(endpoints, { ...preset, [field]: elsewhere, ...follows }, setting);
      }
      const changes = { CLOUD: cloud, SERVICE_URL: `${elsewhere}/teams/`, SERVICE_URL_HOSTS: '*.a.example' };
      assert.throws(() => readConfiguration(sampleEnvironment(changes)), /SERVICE_URL has a host/);
      const listed = { ...changes, SERVICE_URL_HOSTS: 'elsewhere.example' };
      const { serviceUrl } = readConfiguration(sampleEnvironment(listed)).endpoints;
      assert.equal(serviceUrl, `${elsewhere}/teams`);
      for (const [setting, field] of [
        ['SERVICE_URL_HOSTS', 'serviceUrlHosts'],
        ['FILE_HOSTS', 'fileHosts'],
      ] as const) {
        const changes = { CLOUD: cloud, [setting]: 'more.example' };
        const { endpoints } = readConfiguration(sampleEnvironment(changes));
        const expected = {
          ...preset,
          [field]: [...preset[field], 'more.example'],
          namedHosts: ['more.example'],
        };
        assert.deepEqual(endpoints, expected, setting);
      }
    });

    it(`${cloud} takes answers only to its own Teams`, () => {
      const { endpoints } = readConfiguration(sampleEnvironment({ CLOUD: cloud }));
      const isAllowed = allowServiceUrls(endpoints.serviceUrlHosts);
      for (const [other, table] of Object.entries(tables))
        for (const host of table.serviceUrls)
          assert.equal(isAllowed(`https://${host}/teams/`), other === cloud, `${host} in ${cloud}`);
    });
  }

  it('serve GCC from public', () => {
    const { endpoints } = readConfiguration(sampleEnvironment());
    assert.ok(allowServiceUrls(endpoints.serviceUrlHosts)('https://smba.infra.gcc.teams.microsoft.com/gcc/'));
    assert.equal(endpoints.graph, 'https://graph.microsoft.com');
    assert.equal(endpoints.entraAuthority, 'https://login.microsoftonline.com');
  });

  it('have no Graph scope written into them', () => {
    for (const cloud of Object.keys(tables))
      assert.deepEqual(readConfiguration(sampleEnvironment({ CLOUD: cloud })).graph.scopes, ['.default']);
  });

  it('are all in the tables', () => {
    assert.deepEqual(Object.keys(clouds), Object.keys(tables));
  });
});
