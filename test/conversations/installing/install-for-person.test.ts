import assert from 'node:assert/strict';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../../src/conversations/errors/error-table.ts';
import { createInstallForPerson } from '../../../src/conversations/installing/create-install-for-person.ts';
import type { PersonInstall } from '../../../src/conversations/ports/person-installs.ts';

const hour = 3_600_000;
const ada = { tenantId: 't', objectId: 'ada' };
const ben = { tenantId: 't', objectId: 'ben' };

function open() {
  const state = {
    now: Date.parse('2026-11-20T12:00:00Z'),
    appId: 'catalogue-1' as string | undefined,
    /** What installing ends with. */
    error: undefined as ErrorCode | undefined,
    tokenError: undefined as ErrorCode | undefined,
    asked: [] as string[],
    counted: [] as string[],
    rows: new Map<string, { state: string; since: number; until: number }>(),
  };
  const refuse = (code: ErrorCode | undefined): void => {
    if (code !== undefined) throw new CodedError(code, { retryAfterMs: '5000' });
  };
  const install = createInstallForPerson({
    appTokens: {
      async graphToken() {
        refuse(state.tokenError);
        return 'token';
      },
    },
    catalogue: {
      async findApp() {
        state.asked.push('catalogue');
        return state.appId;
      },
      async install({ objectId }, appId) {
        state.asked.push(`${objectId} ${appId}`);
        refuse(state.error);
      },
    },
    installs: {
      async begin({ objectId }, holdMs): Promise<PersonInstall | undefined> {
        const row = state.rows.get(objectId);
        if (row !== undefined && (row.state === 'removed' || row.until > state.now))
          return { state: row.state, sinceMs: state.now - row.since } as PersonInstall;
        state.rows.set(objectId, { state: 'trying', since: state.now, until: state.now + holdMs });
        return undefined;
      },
      async end({ objectId }, ended, restMs) {
        state.rows.set(objectId, { state: ended, since: state.now, until: state.now + restMs });
      },
      removed: async ({ objectId }) =>
        void state.rows.set(objectId, { state: 'removed', since: 0, until: 0 }),
      added: async ({ objectId }) => void state.rows.delete(objectId),
    },
    clock: { now: () => new Date(state.now) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    count: (outcome) => void state.counted.push(outcome),
  });
  return { state, install };
}

describe('installing Kickoff for somebody', () => {
  it('asks the catalogue once and Graph once for each person', async () => {
    const { state, install } = open();
    assert.deepEqual(await install(ada), { kind: 'installed' });
    assert.deepEqual(await install(ada), { kind: 'installed' });
    assert.deepEqual(await install(ben), { kind: 'installed' });
    assert.deepEqual(state.asked, ['catalogue', 'ada catalogue-1', 'ben catalogue-1']);
    assert.deepEqual(state.counted, ['installed', 'installed']);
  });

  it('takes an installation that shows no effect within minutes for none', async () => {
    const { state, install } = open();
    await install(ada);
    state.now += 11 * 60_000;
    assert.deepEqual(await install(ada), { kind: 'no' });
    state.now += 6 * hour;
    assert.deepEqual(await install(ada), { kind: 'installed' });
  });

  it('never asks for somebody who has removed it', async () => {
    const { state, install } = open();
    state.rows.set('ada', { state: 'removed', since: 0, until: 0 });
    state.now += 1_000 * hour;
    assert.deepEqual(await install(ada), { kind: 'no' });
    assert.deepEqual(state.asked, []);
  });

  for (const code of ['READING_NOT_ALLOWED', 'TARGET_GONE', 'GRAPH_REFUSED'] as const) {
    it(`${code}: the person is not tried again for six hours, others are`, async () => {
      const { state, install } = open();
      state.error = code;
      assert.deepEqual(await install(ada), { kind: 'no' });
      state.error = undefined;
      assert.deepEqual(await install(ada), { kind: 'no' });
      assert.deepEqual(await install(ben), { kind: 'installed' });
      state.now += 6 * hour;
      assert.deepEqual(await install(ada), { kind: 'installed' });
      assert.deepEqual(state.counted, ['refused', 'installed', 'installed']);
    });
  }

  for (const wrong of ['catalogue', 'permission', 'registration'] as const) {
    it(`what is wrong with the ${wrong} is about nobody in particular, and tried again after an hour`, async () => {
      const { state, install } = open();
      if (wrong === 'catalogue') state.appId = undefined;
      if (wrong === 'permission') state.error = 'READ_PERMISSION_MISSING';
      if (wrong === 'registration') state.tokenError = 'REGISTRATION_REFUSED';
      assert.deepEqual(await install(ada), { kind: 'no' });
      const asked = state.asked.length;
      Object.assign(state, { appId: 'catalogue-2', error: undefined, tokenError: undefined });
      assert.deepEqual(await install(ben), { kind: 'no' });
      assert.equal(state.asked.length, asked, 'nobody is asked meanwhile');
      state.now += hour;
      assert.deepEqual(await install(ada), { kind: 'installed' });
      assert.equal(state.asked.at(-1), 'ada catalogue-2');
    });
  }

  for (const code of ['GRAPH_UNREACHABLE', 'GRAPH_THROTTLED'] as const) {
    it(`${code}: nobody is asked for until then, and asking again is safe`, async () => {
      const { state, install } = open();
      state.error = code;
      assert.deepEqual(await install(ada), { kind: 'later', afterMs: 5_000 });
      assert.deepEqual(await install(ben), { kind: 'later', afterMs: 5_000 });
      assert.equal(state.asked.length, 2);
      Object.assign(state, { error: undefined, now: state.now + 5_000 });
      assert.deepEqual(await install(ada), { kind: 'installed' });
      assert.deepEqual(state.counted, ['later', 'installed']);
    });
  }

  it('waits for an instance that is at it', async () => {
    const { state, install } = open();
    state.rows.set('ada', { state: 'trying', since: state.now, until: state.now + 60_000 });
    assert.deepEqual(await install(ada), { kind: 'later', afterMs: 10_000 });
  });
});
