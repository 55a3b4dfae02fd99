import type { Log, LogFields } from '../../src/conversations/ports/log.ts';

/** A log that keeps its lines, so that a test can look for what must not be in them. */
export function createKeptLog(): { log: Log; lines: { fields: LogFields; message: string }[] } {
  const lines: { fields: LogFields; message: string }[] = [];
  const keep = (fields: LogFields, message: string): void => void lines.push({ fields, message });
  return { log: { debug: keep, info: keep, warn: keep, error: keep }, lines };
}
