import assert from 'node:assert/strict';
import { submit } from './browse-authorize.ts';
import { redirectUri, startEntra, type RunningEntra } from './start-entra.ts';

describe('sandbox Entra: consent of an administrator', () => {
  let running: RunningEntra;
  let time: Date;
  beforeEach(async () => {
    time = new Date();
    running = await startEntra({ now: () => time });
  });
  afterEach(() => running.stop());

  const address = (query: Record<string, string> = {}, tenant = running.tenant.id): string => {
    const search = new URLSearchParams({ client_id: running.tenant.app.id, ...query });
    return `${running.page}/${tenant}/adminconsent?${search.toString()}`;
  };

  it('grants for everybody, and sends the browser to the app', async () => {
    running.entra.consents.requireAdmin(['Group-Conversation.ReadWrite.All']);
    const page = await fetch(address({ state: 's1' }));
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.match(html, /for everybody in contoso\.com/);
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /form-action 'self' http:\/\/localhost:3978/,
    );
    assert.deepEqual(running.entra.consents.granted(running.ada), []);
    const decided = await submit(address(), html, { decision: 'accept' });
    const back = new URL(decided.headers.get('location') ?? '');
    assert.equal(`${back.origin}${back.pathname}`, redirectUri);
    assert.deepEqual(Object.fromEntries(back.searchParams), {
      admin_consent: 'True',
      tenant: running.tenant.id,
      state: 's1',
    });
    assert.ok(running.entra.consents.granted(running.ada).includes('Group-Conversation.ReadWrite.All'));
    assert.deepEqual(running.entra.consents.blocked(['Group-Conversation.ReadWrite.All']), []);
    assert.equal((await submit(address(), html, { decision: 'accept' })).status, 400, 'once');
  });

  it('grants nothing when it is declined, or open for too long', async () => {
    const html = await (await fetch(address())).text();
    const declined = await submit(address(), html, { decision: 'decline' });
    const back = new URL(declined.headers.get('location') ?? '');
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('admin_consent'), 'True');
    const late = await (await fetch(address())).text();
    time = new Date(time.getTime() + 600_001);
    assert.equal((await submit(address(), late, { decision: 'accept' })).status, 400);
    assert.deepEqual(running.entra.consents.granted(running.ada), []);
  });

  it('is found under the authority as well', async () => {
    const link = address().replace(running.page, running.cloud);
    const answer = await fetch(link, { redirect: 'manual' });
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, address()]);
  });

  it('refuses other apps, tenants and addresses to return to', async () => {
    for (const each of [
      address({ client_id: 'other' }),
      address({}, 'other'),
      address({ redirect_uri: 'https://evil.example/' }),
    ]) {
      const answer = await fetch(each, { redirect: 'manual' });
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /AADSTS/);
    }
  });
});
