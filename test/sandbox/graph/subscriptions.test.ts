import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../server/wait-until.ts';
import { ask, conversationBody } from './ask.ts';
import { everyScope, startGraphWorld, type GraphWorld } from './graph-world.ts';

const minute = 60_000;

describe('subscriptions of the sandbox', () => {
  let world: GraphWorld;
  let listener: Server;
  let url: string;
  /** What was called, the handshake left out; and what the listener answers. */
  const received: Record<string, unknown>[] = [];
  const answers = { validation: undefined as string | undefined, statuses: [] as number[] };

  beforeEach(async () => {
    world = await startGraphWorld();
    received.splice(0);
    Object.assign(answers, { validation: undefined, statuses: [] });
    listener = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (token !== null) {
          response.setHeader('content-type', 'text/plain').end(answers.validation ?? token);
          return;
        }
        received.push(...(JSON.parse(body) as { value: Record<string, unknown>[] }).value);
        response.statusCode = answers.statuses.shift() ?? 202;
        response.end();
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/calls`;
  });
  afterEach(async () => {
    world.graph.subscriptions.stop();
    listener.closeAllConnections();
    listener.close();
    await world.close();
  });

  const tokenOf = (alias: string, more = {}) =>
    world.tokenOf(alias, { scp: `${everyScope} Group.Read.All`, ...more });
  const subscribe = (changes: object = {}, token = tokenOf('ada')) =>
    ask(world, '/v1.0/subscriptions', {
      token,
      body: {
        changeType: 'created,updated',
        notificationUrl: url,
        lifecycleNotificationUrl: url,
        resource: `groups/${world.groupId('finance')}/conversations`,
        expirationDateTime: new Date(world.clock.at.getTime() + 60 * minute).toISOString(),
        clientState: 'secret',
        ...changes,
      },
    });
  const pass = (ms: number) => void (world.clock.at = new Date(world.clock.at.getTime() + ms));
  const start = (topic: string) =>
    ask(world, `/v1.0/groups/${world.groupId('finance')}/conversations`, { body: conversationBody(topic) });

  it('are made after a handshake, for who may read the group and has Group.Read.All', async () => {
    const { status, body } = await subscribe();
    assert.equal(status, 201);
    assert.equal(body['clientState'], 'secret');
    assert.equal((await subscribe({}, world.tokenOf('ben'))).status, 403);
    const board = { resource: `groups('${world.groupId('board')}')/conversations` };
    assert.equal((await subscribe(board)).status, 403);
    answers.validation = 'something else';
    assert.equal((await subscribe({}, tokenOf('ben'))).error.code, 'ValidationError');
  });

  it('have limits of time and text, and one of a kind', async () => {
    const until = (minutes: number) => ({
      expirationDateTime: new Date(world.clock.at.getTime() + minutes * minute).toISOString(),
    });
    assert.equal((await subscribe(until(4_231))).status, 400);
    assert.equal((await subscribe(until(-1))).status, 400);
    assert.equal((await subscribe({ clientState: 'x'.repeat(129) })).status, 400);
    assert.equal((await subscribe({ notificationUrl: 'http://kickoff.example/' })).status, 400);
    const short = await subscribe(until(5));
    assert.equal(short.body['expirationDateTime'], until(45).expirationDateTime);
    assert.equal((await subscribe()).status, 409);
    assert.equal((await subscribe({}, tokenOf('ben'))).status, 201);
    world.profile.oneSubscriptionPerApp = true;
    assert.equal((await subscribe({}, tokenOf('ben'))).status, 409);
  });

  it('call back for what is new, unless the tenant does not notify replies', async () => {
    await subscribe();
    await start('Budget');
    await waitUntil(() => received.length === 1);
    assert.equal(received[0]?.['changeType'], 'created');
    assert.equal(received[0]?.['clientState'], 'secret');
    const finance = world.groupId('finance');
    const reply = () => {
      const [thread] = world.graph.mailboxes.conversations(finance)[0]!.threads;
      const ben = world.tenant.people.find(({ mail }) => mail.startsWith('ben'))!;
      world.graph.mailboxes.postAs(ben.id, finance, thread!.id, { contentType: 'text', content: 'Yes' });
    };
    reply();
    await waitUntil(() => received.length === 2);
    assert.equal(received[1]?.['changeType'], 'updated');
    world.profile.notifyReplies = false;
    reply();
    world.graph.subscriptions.silent = true;
    await start('Unheard');
    world.graph.subscriptions.silent = false;
    await start('Heard');
    await waitUntil(() => received.length === 3);
    assert.equal(received[2]?.['changeType'], 'created');
  });

  it('call again while the call is not taken', async () => {
    await subscribe();
    answers.statuses = [503];
    await start('Budget');
    await waitUntil(() => received.length === 2);
    assert.deepEqual(received[0], received[1]);
  });

  it('stop with the access token, ask for another, and go on with it', async () => {
    const { body } = await subscribe();
    const path = `/v1.0/subscriptions/${String(body['id'])}`;
    pass(50 * minute);
    world.graph.subscriptions.check();
    world.graph.subscriptions.check();
    await waitUntil(() => received.length === 1);
    assert.equal(received[0]?.['lifecycleEvent'], 'reauthorizationRequired');
    const longer = { expirationDateTime: new Date(world.clock.at.getTime() + 300 * minute).toISOString() };
    await ask(world, path, { method: 'PATCH', token: tokenOf('ada'), body: longer });
    pass(61 * minute);
    world.graph.subscriptions.all.get(String(body['id']))!.asked = true;
    await start('While nobody may hear');
    assert.equal(received.length, 1);
    assert.equal(
      (await ask(world, `${path}/reauthorize`, { method: 'POST', token: tokenOf('ada') })).status,
      200,
    );
    await waitUntil(() => received.length === 2);
    assert.equal(received[1]?.['changeType'], 'created');
  });

  it('are their person’s to list, renew and remove, and end by themselves', async () => {
    const { body } = await subscribe();
    const path = `/v1.0/subscriptions/${String(body['id'])}`;
    const list = async (alias: string) =>
      (await ask(world, '/v1.0/subscriptions', { token: tokenOf(alias) })).body['value'] as object[];
    assert.equal((await list('ada')).length, 1);
    assert.deepEqual(await list('ben'), []);
    assert.equal((await ask(world, path, { method: 'DELETE', token: tokenOf('ben') })).status, 404);
    assert.equal((await ask(world, path, { method: 'DELETE', token: tokenOf('ada') })).status, 204);
    await subscribe();
    pass(61 * minute);
    assert.deepEqual(await list('ada'), []);
  });
});
