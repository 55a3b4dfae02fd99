import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { createUseCases, group, sender, type UseCases } from './fakes/use-cases.ts';

describe('gathering the members of a group', () => {
  let bench: SqliteBench;
  let cases: UseCases;
  beforeEach(async () => {
    bench = await createSqliteBench();
    cases = createUseCases((await bench.open()).announcements);
  });
  afterEach(() => bench.dispose());
  const dueNow = () => bench.query(`update announcements set due_at = 1 returning 1`);
  const { objectId } = sender.person;

  it('stores every page, leaves out the sender, and only then tells', async () => {
    cases.state.pages = [['a', objectId], ['b', 'a'], ['c']];
    const { id, state } = await cases.start('members');
    assert.equal(state, 'gathering');
    assert.equal(await cases.tell(), 0);
    await cases.gather();
    assert.deepEqual(cases.state.asked, [undefined, '1', '2']);
    const { state: next, counts } = await cases.now(id);
    assert.deepEqual([next, counts.total], ['sending', 3]);
    await cases.tell();
    assert.deepEqual(cases.state.told, ['a', 'b', 'c']);
    const [first] = await cases.announcements.receivers(id, { limit: 1 });
    assert.deepEqual([first?.id, first?.name], ['a', 'Name of a']);
  });

  it('is done at once when there is nobody but the sender', async () => {
    cases.state.pages = [[objectId]];
    const { id } = await cases.start('members');
    await cases.gather();
    await cases.tell();
    const { state, counts } = await cases.now(id);
    assert.deepEqual([state, counts.total], ['done', 0]);
  });

  it('reads with a fresh token, and with the claims that Graph asks for, where the one there is was refused', async () => {
    const { state } = cases;
    state.pages = [['a']];
    state.refuses = new CodedError('SIGN_IN_EXPIRED', { claims: 'c' });
    state.beforePage = () => {
      if (state.asked.length > 1) state.refuses = undefined;
    };
    const { id } = await cases.start('members');
    await cases.gather();
    assert.deepEqual(state.tokensAsked, [{}, { renew: true, claims: 'c' }]);
    const { state: next, counts } = await cases.now(id);
    assert.deepEqual([next, counts.total], ['sending', 1]);
  });

  it('is tried again when Graph, or the token, has said', async () => {
    const waits = async (ms: number): Promise<void> => {
      const [row] = await bench.query('select due_at from announcements');
      const dueIn = Number(row?.['due_at']) - Date.now();
      assert.ok(dueIn > ms - 5_000 && dueIn <= ms + 50, `in ${dueIn} ms`);
    };
    cases.state.refuses = new CodedError('GRAPH_THROTTLED', { retryAfterMs: '900000' });
    await cases.start('members');
    await cases.gather();
    await waits(900_000);
    cases.state.token = 'wait';
    await dueNow();
    await cases.gather();
    await waits(60_000);
  });

  it('goes on after the page that was stored last', async () => {
    cases.state.pages = [['a'], ['b'], ['c']];
    const { id } = await cases.start('members');
    const repair = interrupted();
    await cases.gather();
    assert.equal((await cases.now(id)).state, 'gathering');
    repair();
    await dueNow();
    await cases.gather();
    assert.deepEqual(cases.state.asked, [undefined, '1', '1', '2']);
    assert.equal((await cases.now(id)).counts.total, 3);
  });

  it('begins again when Graph no longer takes the position, and tells nobody twice', async () => {
    cases.state.pages = [['a'], ['b']];
    const { id } = await cases.start('members');
    const repair = interrupted();
    await cases.gather();
    repair();
    cases.state.refuses = new CodedError('GRAPH_REFUSED', { message: 'skiptoken' });
    cases.state.beforePage = (position) => {
      if (position === undefined) cases.state.refuses = undefined;
    };
    await dueNow();
    await cases.gather();
    assert.deepEqual(cases.state.asked, [undefined, '1', '1', undefined, '1']);
    const { state, counts } = await cases.now(id);
    assert.deepEqual([state, counts.total], ['sending', 2]);
  });

  it('fails when Graph takes no position at all', async () => {
    cases.state.pages = [['a'], ['b']];
    cases.state.beforePage = (position) => {
      const refusal = new CodedError('GRAPH_REFUSED', { message: 'skiptoken' });
      cases.state.refuses = position === undefined ? undefined : refusal;
    };
    const { id } = await cases.start('members');
    await cases.gather();
    assert.deepEqual(cases.state.asked, [undefined, '1', undefined, '1']);
    const { state, reason } = await cases.now(id);
    assert.deepEqual([state, reason?.details['message']], ['failed', 'skiptoken']);
  });

  it('waits for the sign-in, and goes on by it', async () => {
    cases.state.token = 'sign-in';
    cases.state.pages = [['a']];
    const { id } = await cases.start('members');
    await cases.gather();
    const { state, reason } = await cases.now(id);
    assert.deepEqual([state, reason?.code], ['waiting', 'SIGN_IN_REQUIRED']);
    assert.equal(await cases.gather(), 0);
    cases.state.token = 'ok';
    await cases.announcements.signedIn({ ...sender.person, objectId: 'somebody else' });
    assert.equal(await cases.gather(), 0);
    await cases.announcements.signedIn(sender.person);
    await cases.gather();
    const now = await cases.now(id);
    assert.deepEqual([now.state, now.reason], ['sending', undefined]);
  });

  it('asks for the sign-in when Graph refuses two tokens in a row', async () => {
    cases.state.refuses = new CodedError('SIGN_IN_EXPIRED');
    const { id } = await cases.start('members');
    await cases.gather();
    assert.equal(cases.state.asked.length, 2);
    assert.deepEqual((await cases.now(id)).reason?.code, 'SIGN_IN_EXPIRED');
  });

  it('fails with what to do where members may not be read', async () => {
    cases.state.refuses = new CodedError('MEMBERS_NOT_READABLE');
    const { id } = await cases.start('members');
    await cases.gather();
    const { state, reason, endedAt } = await cases.now(id);
    assert.deepEqual(
      [state, reason],
      ['failed', { code: 'MEMBERS_NOT_READABLE', details: { group: group.name } }],
    );
    assert.ok(endedAt !== undefined);
  });

  it('fails at once for an app alone, which has no token of a person', async () => {
    const app = { kind: 'app', tenantId: sender.person.tenantId, client: 'app', name: 'App' } as const;
    const { state, reason } = await cases.start('members', { sender: app });
    assert.deepEqual([state, reason?.code], ['failed', 'MEMBERS_NOT_READABLE']);
    assert.equal(await cases.gather(), 0);
  });

  it('tries again later when Graph or Entra asks to wait', async () => {
    cases.state.refuses = new CodedError('GRAPH_THROTTLED', { retryAfterMs: '5000' });
    const { id } = await cases.start('members');
    await cases.gather();
    assert.equal(await cases.gather(), 0);
    cases.state.refuses = undefined;
    cases.state.token = 'wait';
    await dueNow();
    assert.equal(await cases.gather(), 1);
    assert.equal((await cases.now(id)).state, 'gathering');
    cases.state.token = 'ok';
    await dueNow();
    await cases.gather();
    assert.equal((await cases.now(id)).state, 'sending');
  });

  it('gathers on after a pause, and not in it', async () => {
    cases.state.pages = [['a']];
    const { id } = await cases.start('members');
    await cases.announcements.order(id, sender, 'pause');
    assert.equal(await cases.gather(), 0);
    await cases.announcements.order(id, sender, 'resume');
    await cases.gather();
    assert.equal((await cases.now(id)).state, 'sending');
  });

  /** From the second page on Graph cannot be reached, until the answer is called. */
  function interrupted(): () => void {
    const { state } = cases;
    state.beforePage = (position) => {
      if (position !== undefined) state.refuses = new CodedError('GRAPH_UNREACHABLE');
    };
    return () => {
      state.beforePage = () => {};
      state.refuses = undefined;
    };
  }
});
