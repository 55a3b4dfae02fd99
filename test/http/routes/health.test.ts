import assert from 'node:assert/strict';
import { startTestServer, type TestServer } from '../start-test-server.ts';

describe('health', () => {
  let server: TestServer;
  afterEach(() => server.http.stop());
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`${server.origin}${path}`, { method });
    return [answer.status, await answer.text()];
  };

  it('/healthz answers a bare 200 even when nothing works', async () => {
    server = await startTestServer({ health: () => Promise.resolve(false) });
    assert.deepEqual(await ask('/healthz'), [200, '']);
    assert.deepEqual(await ask('/healthz', 'HEAD'), [200, '']);
  });

  it('/readyz answers a bare 200 or 503, and looks at most once a second', async () => {
    let healthy = true;
    let looks = 0;
    server = await startTestServer({
      health: async () => {
        looks += 1;
        return healthy;
      },
    });
    assert.deepEqual(await Promise.all([ask('/readyz'), ask('/readyz', 'HEAD')]), [
      [200, ''],
      [200, ''],
    ]);
    healthy = false;
    assert.deepEqual(await ask('/readyz'), [200, '']);
    assert.equal(looks, 1);
    server.time.now += 1000;
    assert.deepEqual(await ask('/readyz'), [503, '']);
    assert.equal(looks, 2);
  });

  it('/readyz answers 503 when the look fails, and logs why', async () => {
    server = await startTestServer({ health: () => Promise.reject(new Error('disk is gone')) });
    assert.deepEqual(await ask('/readyz'), [503, '']);
    assert.match(String(server.lines.find(({ level }) => level === 'warn')?.fields.error), /disk is gone/);
  });

  it('/readyz answers 503 when the look hangs, and starts no second one next to it', async () => {
    let looks = 0;
    const hanging = Promise.withResolvers<boolean>();
    server = await startTestServer({
      health: () => {
        looks += 1;
        return hanging.promise;
      },
      limits: { healthDeadline: 20 },
    });
    assert.deepEqual(await Promise.all([ask('/readyz'), ask('/readyz')]), [
      [503, ''],
      [503, ''],
    ]);
    assert.equal(looks, 1);
    hanging.resolve(true);
  });
});
