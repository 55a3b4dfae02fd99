import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import { startBot, type Bot } from '../../teams/replay/start-bot.ts';

describe('the token for trying the API', () => {
  let bot: Bot;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  const page = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${bot.sandbox.pageOrigin}/page/${path}`, { headers });

  it('is one of the person, for Kickoff, from the app that may call', async () => {
    const claims = decodeJwt(await (await page('ben/api-token')).text());
    const { tenant } = bot.sandbox;
    assert.partialDeepStrictEqual(claims, {
      aud: tenant.app.id,
      azp: tenant.apiClient.id,
      oid: bot.person('ben').id,
      scp: 'Conversations.Start',
      ver: '2.0',
    });
  });

  it('is one of that app alone, with the role that it was granted', async () => {
    const { tenant } = bot.sandbox;
    const claims = decodeJwt(await (await page('app-token')).text());
    assert.partialDeepStrictEqual(claims, {
      aud: tenant.app.id,
      azp: tenant.apiClient.id,
      roles: ['Notices.Send'],
      ver: '2.0',
    });
    assert.equal(claims['scp'], undefined);
    assert.equal((await page('app-token', { Origin: 'https://evil.example' })).status, 403);
  });

  it('is for people who are here, and for this machine', async () => {
    assert.equal((await page('nobody/api-token')).status, 404);
    assert.equal((await page('ada/api-token', { Origin: 'https://evil.example' })).status, 403);
  });
});
