import assert from 'node:assert/strict';
import { allowServiceUrls } from '../../src/config/allow-service-urls.ts';

describe('allowServiceUrls', () => {
  const isAllowed = allowServiceUrls([
    'smba.trafficmanager.net',
    'Localhost:9443',
    'localhost:3980',
    '127.0.0.1:8080',
    'plain.example:8080',
    '*.botframework.com',
    '*.private.example:8443',
  ]);

  const allowed = [
    'https://smba.trafficmanager.net/emea/',
    'https://SMBA.TrafficManager.net/emea/',
    'https://smba.trafficmanager.net:443/',
    'https://localhost:9443/channel',
    'http://localhost:3980/channel',
    'http://127.0.0.1:8080/',
    'https://webchat.botframework.com/',
    'https://a.b.botframework.com/',
    'https://x.private.example:8443/',
  ];
  for (const url of allowed) it(`allows ${url}`, () => assert.equal(isAllowed(url), true));

  const refused = [
    '',
    'smba.trafficmanager.net',
    '//smba.trafficmanager.net/',
    'https://evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net./',
    String.raw`https://evil.example\@smba.trafficmanager.net/`,
    'http://smba.trafficmanager.net/',
    'http://plain.example:8080/',
    'ftp://localhost:9443/',
    'https://localhost/',
    'https://botframework.com/',
    'https://.botframework.com/',
    'https://evilbotframework.com/',
    'https://x.private.example/',
    'javascript:alert(1)',
    'https://[::1/',
  ];
  for (const url of refused) it(`refuses ${url || 'nothing'}`, () => assert.equal(isAllowed(url), false));
});
