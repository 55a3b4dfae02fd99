import assert from 'node:assert/strict';
import { hello, startApi, type Api } from './start-api.ts';

describe('waiting for a request by the API', () => {
  let api: Api;
  beforeEach(async () => {
    api = await startApi();
  });
  afterEach(() => api.stop());

  /** A request that Microsoft 365 puts off for ten minutes. */
  async function putOff(): Promise<string> {
    const outcome = { status: 429, headers: { 'Retry-After': '600' } };
    api.bot.sandbox.faults.add({ service: 'graph', method: 'POST', when: 'before', outcome });
    const { json } = await api.post('conversations', { group: 'Finance', topic: 'Wait', body: hello });
    assert.equal(json.state, 'waiting');
    return json.url ?? '';
  }

  /** Calls that remain: a call that waits has been let in when it is counted, too. */
  async function left(): Promise<number> {
    const { headers } = await api.get('requests/1');
    return Number(/;r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  }

  it('ends when the time is over', async () => {
    const url = await putOff();
    const begun = performance.now();
    const { status, json } = await api.get(`${url}?wait=1s`);
    const took = performance.now() - begun;
    assert.deepEqual([status, json.state], [200, 'waiting']);
    assert.ok(took >= 950 && took < 5_000, String(took));
  });

  it('ends when the server stops, with an answer', async () => {
    const url = await putOff();
    const before = await left();
    const waiting = api.get(`${url}?wait=20s`);
    for (let asked = 1; (await left()) > before - asked - 1; asked += 1);
    const begun = performance.now();
    await api.bot.restart();
    const { status, json } = await waiting;
    assert.deepEqual([status, json.state], [200, 'waiting']);
    assert.ok(performance.now() - begun < 8_000);
  });

  it('takes nothing but a time', async () => {
    for (const query of ['wait=21s', 'wait=0s', 'wait=5', 'wait=', 'wait=-1s', 'wait=1m', 'till=1s'])
      assert.equal((await api.get(`requests/1?${query}`)).json.code, 'API_INPUT_REFUSED', query);
    const { errors } = (await api.get('requests/1?wait=1m&till=1s')).json;
    assert.deepEqual(errors, [
      { path: 'wait', detail: 'This is no time from 1s to 20s.' },
      { path: 'till', detail: 'There is no such parameter.' },
    ]);
  });
});
