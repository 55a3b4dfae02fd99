import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { CodedError } from '../../../src/conversations/errors/coded-error.ts';
import type { Log, LogFields } from '../../../src/conversations/ports/log.ts';
import { countLogLines } from '../../../src/http/metrics/count-log-lines.ts';

describe('counted log lines', () => {
  it('are written as before, and counted by level and by codes of ours alone', async () => {
    const written: unknown[] = [];
    const write =
      (level: string) =>
      (fields: LogFields, message: string): void =>
        void written.push([level, fields, message]);
    const plain: Log = { debug: write('d'), info: write('i'), warn: write('w'), error: write('e') };
    const registry = new Registry();
    const log = countLogLines(plain, registry);
    log.error({ code: 'REGISTRATION_REFUSED', tenant: 't' }, 'Entra refuses');
    log.warn({ code: 'REGISTRATION_REFUSED' }, 'Entra refuses');
    log.warn({ code: 'whatever a client says' }, 'no');
    log.warn({ code: 'constructor' }, 'no');
    log.info({}, 'so');
    log.error({ error: new CodedError('STORAGE_UNREADABLE') }, 'cannot be read');
    assert.deepEqual(written[0], ['e', { code: 'REGISTRATION_REFUSED', tenant: 't' }, 'Entra refuses']);
    assert.equal(written.length, 6);
    const text = await registry.metrics();
    const counted = [...text.matchAll(/^kickoff_log_lines_total\{(.*)\} ([1-9]\d*)$/gm)].map(
      ([, labels = '', count = '']) => `${labels} ${count}`,
    );
    assert.deepEqual(counted.toSorted(), [
      'level="error",code="REGISTRATION_REFUSED" 1',
      'level="error",code="STORAGE_UNREADABLE" 1',
      'level="info",code="" 1',
      'level="warn",code="" 2',
      'level="warn",code="REGISTRATION_REFUSED" 1',
    ]);
    assert.match(text, /^kickoff_log_lines_total\{level="error",code="READ_PERMISSION_MISSING"\} 0$/m);
  });
});
