import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { startPage } from './start-page.ts';
import type { PageWorld } from './start-page.ts';

describe('the page: files', () => {
  let world: PageWorld;
  before(async () => {
    world = await startPage();
  });
  after(async () => {
    await world.closePage();
    await world.stop();
  });

  it('serves a page that loads everything from this server', async () => {
    const response = await world.page('/');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:/);
    assert.equal(response.headers.get('cross-origin-opener-policy'), null);
    const html = await response.text();
    const addresses = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => String(match[1]));
    assert.ok(addresses.length > 5);
    for (const address of addresses) {
      const file = await world.page(address);
      assert.equal(file.status, 200, address);
      assert.ok((await file.text()).length > 0, address);
    }
  });

  it('serves every module that another imports', async () => {
    const folder = new URL('../../../src/sandbox/page/browser/', import.meta.url);
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.js'))) {
      const response = await world.page(`/page/assets/${name}`);
      assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
      const source = await response.text();
      assert.equal(source, await readFile(new URL(name, folder), 'utf8'));
      for (const [, imported] of source.matchAll(/from '\.\/([^']+)'/g)) {
        assert.equal((await world.page(`/page/assets/${imported}`)).status, 200, imported);
      }
    }
  });

  for (const path of [
    '/page/assets/..%2Fmount-page.ts',
    '/page/assets/missing.js',
    '/page/assets/index.html',
    '/page/vendor/..%2Fpackage.json',
    '/page/vendor/constructor',
    '/page/nobody/overview',
    '/page/nobody/events',
  ]) {
    it(`answers 404 for ${path}`, async () => {
      assert.equal((await world.page(path)).status, 404);
    });
  }

  it('answers only to loopback names, and takes changes only from its own pages', async () => {
    const open = { chat: 'personal' };
    const foreign = await world.page('/page/ada/open', {
      json: open,
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(foreign.status, 403);
    const form = await fetch(`${world.pageOrigin}/page/ada/open`, {
      method: 'POST',
      body: JSON.stringify(open),
    });
    assert.equal(form.status, 403);
    const own = await world.page('/page/ada/open', { json: open, headers: { origin: world.pageOrigin } });
    assert.equal(own.status, 200);
    for (const path of ['/', '/page/ada/overview', '/page/ada/events']) {
      assert.equal(await statusUnderName(`${world.pageOrigin}${path}`, 'rebound.example'), 403, path);
    }
  });
});

/** fetch does not let a Host header pass. */
function statusUnderName(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject).end();
  });
}
