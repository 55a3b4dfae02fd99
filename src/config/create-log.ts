import { pino, type DestinationStream } from 'pino';
import type { Log, LogFields } from '../conversations/ports/log.ts';
import type { LogLevel } from './configuration.ts';
import { redact } from './redact.ts';
import { serializeError, type SerializedError } from './serialize-error.ts';

const kinds = {
  request: 'string',
  tenant: 'string',
  person: 'string',
  code: 'string',
  route: 'string',
  status: 'number',
  ms: 'number',
  kind: 'string',
  state: 'string',
  count: 'number',
} as const satisfies Record<Exclude<keyof LogFields, 'error'>, 'string' | 'number'>;

/**
 * A log of one JSON object per line. Fields that are not on the list, or of another type than it says, are dropped;
 * whatever looks like a token is taken out of the rest.
 *
 * @param destination where the lines go; standard output when left out.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  // Asynchronous lines are flushed at exit, and pino's flush never ends when nobody reads them any more (EPIPE).
  const lines = pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
  const write =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: LogFields, message: string): void => {
      if (lines.isLevelEnabled(name)) lines[name](allowed(fields), redact(message));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function allowed(fields: LogFields): Record<string, string | number | SerializedError> {
  const kept: Record<string, string | number | SerializedError> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value: unknown = fields[name as keyof typeof kinds];
    if (typeof value === 'string' && kind === 'string') kept[name] = redact(value);
    if (typeof value === 'number' && kind === 'number') kept[name] = value;
  }
  if (fields.error !== undefined) kept.error = serializeError(fields.error);
  return kept;
}
