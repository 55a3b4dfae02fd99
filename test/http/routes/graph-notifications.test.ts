import assert from 'node:assert/strict';
import type { GraphNotification } from '../../../src/watches/receive-notifications.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

describe('POST /api/graph-notifications', () => {
  let server: TestServer;
  const taken: GraphNotification[] = [];
  before(async () => {
    server = await startTestServer({ notified: (notifications) => void taken.push(...notifications) });
  });
  beforeEach(() => void taken.splice(0));
  after(() => server.http.stop());

  const post = (body: string, { query = '', type = 'application/json' } = {}) =>
    fetch(`${server.origin}/api/graph-notifications${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  const item = { subscriptionId: 's1', clientState: 'secret', changeType: 'created', resource: 'Groups/x' };

  it('answers a validation with the decoded token as plain text that no browser takes for anything else', async () => {
    const token = 'Validation: <script>alert(1)</script> ü &+ 1';
    const response = await post('', {
      query: `?validationToken=${encodeURIComponent(token)}`,
      type: 'text/plain',
    });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(await response.text(), token);
    assert.equal((await post('', { query: `?validationToken=${'x'.repeat(5_000)}` })).status, 400);
    assert.deepEqual(taken, []);
  });

  it('takes changes and lifecycle events, with what is used of them', async () => {
    const lifecycle = { subscriptionId: 's2', lifecycleEvent: 'reauthorizationRequired' };
    const response = await post(JSON.stringify({ value: [item, lifecycle] }));
    assert.equal(response.status, 202);
    assert.equal(await response.text(), '');
    assert.deepEqual(taken, [
      { subscriptionId: 's1', clientState: 'secret' },
      { ...lifecycle, clientState: '' },
    ]);
  });

  it('takes a thousand at once, as long as Graph writes them', async () => {
    const group = 'dddddddd-0000-4000-8000-000000000001';
    const conversation = 'AAQkADQzZjk4NGVl'.repeat(8);
    const resource = `Groups/${group}/Conversations/${conversation}`;
    const data = { '@odata.type': '#Microsoft.Graph.Conversation', '@odata.id': resource, id: conversation };
    const many = Array.from({ length: 1_000 }, (_, n) => ({
      ...{ ...item, id: `n${n}`, subscriptionId: `${group}-${n}`, clientState: 'x'.repeat(128), resource },
      ...{ tenantId: group, subscriptionExpirationDateTime: '2026-11-23T12:00:00Z', resourceData: data },
    }));
    assert.equal((await post(JSON.stringify({ value: many }))).status, 202);
    assert.equal(taken.length, 1_000);
  });

  it('refuses what is no notification, or too much', async () => {
    const bodies = [
      '',
      'null',
      '{',
      '[]',
      '{"value":{}}',
      '{"value":[1]}',
      '{"value":[{"subscriptionId":7}]}',
    ];
    for (const body of bodies) assert.equal((await post(body)).status, 400, body);
    const long = { ...item, clientState: 'x'.repeat(300) };
    assert.equal((await post(JSON.stringify({ value: [long] }))).status, 400);
    for (const field of ['subscriptionId', 'clientState', 'lifecycleEvent'])
      assert.equal((await post(JSON.stringify({ value: [item, { ...item, [field]: 'a\0' }] }))).status, 400);
    assert.equal((await post(JSON.stringify({ value: [item] }), { type: 'text/plain' })).status, 400);
    assert.equal((await post(JSON.stringify({ value: ['x'.repeat(2_000_000)] }))).status, 413);
    assert.deepEqual(taken, []);
  });

  it('is not there without anybody to take it', async () => {
    const bare = await startTestServer();
    assert.equal((await fetch(`${bare.origin}/api/graph-notifications`, { method: 'POST' })).status, 404);
    await bare.http.stop();
  });
});
