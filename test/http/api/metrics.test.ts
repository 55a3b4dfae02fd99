import assert from 'node:assert/strict';
import { startNotices, type NoticeApi } from './notices/start-notices.ts';

const token = 'a-token-for-metrics';

describe('metrics of the API', function () {
  this.timeout(20_000);
  let api: NoticeApi;
  before(async () => {
    api = await startNotices({ METRICS_TOKEN: token });
  });
  after(() => api.stop());

  it('count calls by route template, and show no address, id or key', async () => {
    const id = 'ab'.repeat(16);
    const conversation = { group: 'Nowhere', topic: 'Counted', body: { contentType: 'text', content: 'x' } };
    await api.post('conversations', conversation, { key: 'a-secret-key' });
    await api.get(`requests/${id}?wait=1s`);
    await api.get(`requests/${id}1`);
    await api.post('notices', { to: { channel: '19:secret@thread.v2' }, text: 'x' });
    await api.get(`notices/${id}`);
    await api.get(`notices/${id}/receivers?after=a-secret`);
    await api.post(`notices/${id}/stop`, undefined);
    await api.get('nothing/of/the/kind');
    await api.get('openapi.json');

    const response = await fetch(`${api.bot.publicUrl}/metrics`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    const counted = [...text.matchAll(/^kickoff_http_request_duration_seconds_count\{(.*)\} (\d+)$/gm)]
      .map(([, labels = '', count = '']) => `${labels} ${count}`)
      .filter((line) => line.includes('/api/v1') || line.includes('unmatched'));
    assert.deepEqual(counted.toSorted(), [
      'route="GET /api/v1/notices/:id",status="404" 1',
      'route="GET /api/v1/notices/:id/receivers",status="404" 1',
      'route="GET /api/v1/openapi.json",status="200" 1',
      'route="GET /api/v1/requests/:id",status="404" 2',
      'route="POST /api/v1/conversations",status="404" 1',
      'route="POST /api/v1/notices",status="404" 1',
      'route="POST /api/v1/notices/:id/stop",status="404" 1',
      'route="unmatched",status="404" 1',
    ]);
    assert.doesNotMatch(text, new RegExp(`${id}|secret|nothing/of`));
  });

  it('tell what became of requests, and how the services that Kickoff needs answer', async () => {
    await api.post(
      'conversations',
      { group: 'Finance', topic: 'Counted', body: { contentType: 'text', content: 'x' } },
      { key: 'to-be-created' },
    );
    const response = await fetch(`${api.bot.publicUrl}/metrics`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    for (const line of [
      'kickoff_requests_total{state="created"} 1',
      'kickoff_requests_total{state="refused"} 1',
      'kickoff_log_lines_total{level="info",code="GROUP_NOT_FOUND"} 1',
      'kickoff_database_up 1',
    ])
      assert.ok(text.includes(`\n${line}\n`), `${line} in\n${text}`);
    for (const labels of [
      'service="graph",method="POST",status="201"',
      'service="entra",method="POST",status="200"',
    ])
      assert.match(
        text,
        new RegExp(`^kickoff_outgoing_request_duration_seconds_count\\{${labels}\\} \\d+$`, 'm'),
      );
    assert.doesNotMatch(text, /Finance|contoso/);
  });

  it('count what follows requests as due work of its own', async () => {
    const response = await fetch(`${api.bot.publicUrl}/metrics`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.match(await response.text(), /^kickoff_due_rows\{kind="follow-ups"\} 0$/m);
  });
});
