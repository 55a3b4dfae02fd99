import { Counter, type Registry } from 'prom-client';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { errorTable } from '../../conversations/errors/error-table.ts';
import type { Log } from '../../conversations/ports/log.ts';

/** Of which an operator wants to hear the first: an increase is seen only if there was a zero before it. */
const expected = ['', 'REGISTRATION_REFUSED', 'STORAGE_UNREADABLE', 'READ_PERMISSION_MISSING'];

/**
 * `kickoff_log_lines_total`: lines by level and, of those about an error of `docs/errors.md`, its code. What `LOG_LEVEL` leaves
 * out is counted all the same.
 *
 * @returns the log to write to
 */
export function countLogLines(log: Log, registry: Registry): Log {
  const counter = new Counter({
    name: 'kickoff_log_lines_total',
    help: 'Log lines by level and code (empty: about no error that has one).',
    labelNames: ['level', 'code'],
    registers: [registry],
  });
  for (const level of ['warn', 'error']) for (const code of expected) counter.inc({ level, code }, 0);
  const counted =
    (level: keyof Log): Log[keyof Log] =>
    (fields, message) => {
      const code = fields.code || (fields.error instanceof CodedError ? fields.error.code : '');
      // Some codes are the client's own words, of which there may be any number.
      counter.inc({ level, code: Object.hasOwn(errorTable, code) ? code : '' });
      log[level](fields, message);
    };
  return { debug: counted('debug'), info: counted('info'), warn: counted('warn'), error: counted('error') };
}
