import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnvironment } from '../../src/config/load-environment.ts';

describe('the environment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kickoff-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is completed by .env in development, and what the process was given wins', () => {
    writeFileSync(join(folder, '.env'), '# comment\nPORT=1\nHOST="from file"\nLOG_LEVEL=debug\n');
    assert.deepEqual(loadEnvironment({ PORT: '2', HOST: '' }, folder), {
      PORT: '2',
      HOST: '',
      LOG_LEVEL: 'debug',
    });
  });

  it('is taken alone in production, which the file cannot undo', () => {
    writeFileSync(join(folder, '.env'), 'PORT=1\nNODE_ENV=development\n');
    assert.deepEqual(loadEnvironment({ NODE_ENV: 'production' }, folder), { NODE_ENV: 'production' });
  });

  it('needs no file, but says when there is one that cannot be read', () => {
    assert.deepEqual(loadEnvironment({ PORT: '2' }, folder), { PORT: '2' });
    mkdirSync(join(folder, '.env'));
    assert.throws(() => loadEnvironment({}, folder), { code: 'EISDIR' });
  });
});
