import assert from 'node:assert/strict';
import { allowServiceUrls } from '../../../src/config/allow-service-urls.ts';
import { clouds } from '../../../src/config/clouds.ts';
import { serviceOf } from '../../../src/http/metrics/service-of.ts';

describe('the name of a service', () => {
  const { public: cloud } = clouds;
  const name = serviceOf({
    endpoints: cloud,
    isServiceUrlAllowed: allowServiceUrls(cloud.serviceUrlHosts),
    isFileHostAllowed: allowServiceUrls(cloud.fileHosts),
  });

  for (const [url, service] of [
    ['https://graph.microsoft.com/v1.0/groups/1/conversations', 'graph'],
    ['https://graph.microsoft.com/beta/me', 'graph'],
    ['https://login.microsoftonline.com/t/oauth2/v2.0/token', 'entra'],
    ['https://smba.trafficmanager.net/amer/t/v3/conversations/a/activities', 'channel'],
    ['https://contoso-my.sharepoint.com/personal/a/file', 'files'],
    ['https://login.botframework.com/v1/.well-known/openidconfiguration', 'other'],
    ['https://graph.microsoft.com.example.com/v1.0/me', 'other'],
  ] as const)
    it(`${service}: ${url}`, () => assert.equal(name(url), service));
});
