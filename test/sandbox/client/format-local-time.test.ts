import assert from 'node:assert/strict';
import { formatLocalTime } from '../../../src/sandbox/client/format-local-time.ts';

describe('formatLocalTime', () => {
  const at = new Date('2026-11-20T23:30:00.123Z');
  for (const [timeZone, local] of Object.entries({
    'Europe/Paris': '2026-11-21T00:30:00.123+01:00',
    'Europe/London': '2026-11-20T23:30:00.123+00:00',
    'America/New_York': '2026-11-20T18:30:00.123-05:00',
    'Asia/Kolkata': '2026-11-21T05:00:00.123+05:30',
  })) {
    it(`tells the time in ${timeZone}`, () => {
      assert.equal(formatLocalTime(at, timeZone), local);
      assert.equal(new Date(local).getTime(), at.getTime());
    });
  }
});
