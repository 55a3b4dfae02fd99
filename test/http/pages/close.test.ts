import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';

const script = readFileSync(new URL('../../../src/http/pages/close.js', import.meta.url), 'utf8');

describe('close.js', () => {
  let timers: SinonFakeTimers;
  beforeEach(() => {
    timers = useFakeTimers();
  });
  afterEach(() => timers.restore());

  /** Runs the page's script in a window whose Teams library answers like this; tells what it did, in order. */
  async function run(initialize: () => Promise<void>): Promise<string[]> {
    const done: string[] = [];
    const page = createContext({
      document: { currentScript: { dataset: { code: 'code-1' } } },
      window: { close: () => done.push('close') },
      microsoftTeams: {
        app: { initialize },
        authentication: { notifySuccess: (code: string) => done.push(`notify ${code}`) },
      },
      setTimeout,
    });
    runInContext(script, page);
    await timers.tickAsync(60_000);
    return done;
  }

  it('hands the code to Teams, which closes the window', async () => {
    assert.deepEqual(await run(() => Promise.resolve()), ['notify code-1']);
  });

  it('closes the window itself where there is no Teams', async () => {
    assert.deepEqual(await run(() => Promise.reject(new Error('No Parent window found.'))), ['close']);
  });

  it('closes the window itself when whoever opened it is not Teams and keeps silent', async () => {
    assert.deepEqual(await run(() => new Promise(() => {})), ['close']);
  });
});
