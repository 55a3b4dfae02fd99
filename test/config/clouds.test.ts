import assert from 'node:assert/strict';
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
  },
  usgov: {
    entra: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    audience: 'api.botframework.us',
    metadata: 'login.botframework.azure.us',
    tokenService: 'tokengcch.botframework.azure.us',
    outlook: 'outlook.office365.us',
    serviceUrls: ['smba.infra.gov.teams.microsoft.us'],
  },
  usgovdod: {
    entra: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    audience: 'api.botframework.us',
    metadata: 'login.botframework.azure.us',
    tokenService: 'apiDoD.botframework.azure.us',
    outlook: 'webmail.apps.mil',
    serviceUrls: ['smba.infra.dod.teams.microsoft.us'],
  },
  china: {
    entra: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    audience: 'api.botframework.azure.cn',
    metadata: 'login.botframework.azure.cn',
    tokenService: 'token.botframework.azure.cn',
    outlook: 'partner.outlook.cn',
    serviceUrls: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
  },
} as const;

describe('the clouds', () => {
  for (const [cloud, table] of Object.entries(tables)) {
    it(`${cloud} has the addresses of Microsoft’s tables`, () => {
      const { endpoints } = readConfiguration(sampleEnvironment({ CLOUD: cloud }));
      const { fileHosts, ...addresses } = endpoints;
      assert.deepEqual(addresses, {
        entraAuthority: `https://${table.entra}`,
        graph: `https://${table.graph}`,
        outlook: `https://${table.outlook}`,
        channelLogin: `https://${table.entra}/${tenantId}`,
        channelScope: `https://${table.audience}`,
        channelIssuer: `https://${table.audience}`,
        channelMetadata: `https://${table.metadata}/v1/.well-known/openidconfiguration`,
        channelTokenService: `https://${table.tokenService}`,
        serviceUrlHosts: table.serviceUrls,
      });
      assert.equal(fileHosts.length, 1);
    });
  }

  it('are all in the tables', () => {
    assert.deepEqual(Object.keys(clouds), Object.keys(tables));
  });
});
