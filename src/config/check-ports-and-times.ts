import type { Conflict } from './conflict.ts';
import { parseDuration } from './parse-duration.ts';
import type { SettingName } from './settings.ts';

/** Ports and times that cannot be together, in a real tenant and in the local Microsoft 365. */
export function checkPortsAndTimes(given: Partial<Record<SettingName, string>>): Conflict[] {
  const conflicts: Conflict[] = [];
  const { PORT = '3978', METRICS_PORT } = given;
  // Port 0 is a free one each time.
  if (METRICS_PORT === PORT && METRICS_PORT !== '0') {
    conflicts.push({ name: 'METRICS_PORT', problem: 'is the same as PORT' });
  }
  const { POST_DEADLINE = '30s', HOLD_TIME = '' } = given;
  // An attempt whose hold ends before it does is taken for lost while it may still succeed.
  if ((parseDuration(HOLD_TIME) ?? Infinity) <= (parseDuration(POST_DEADLINE) ?? 0)) {
    conflicts.push({ name: 'HOLD_TIME', problem: 'is not longer than POST_DEADLINE' });
  }
  return conflicts;
}
