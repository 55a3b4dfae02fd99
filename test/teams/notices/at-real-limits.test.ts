import { keepLimits } from '../../limits/keep-limits.ts';
import { whyNoPostgres } from '../../storage/postgres-server.ts';

const missing = await whyNoPostgres();

/** A short run; `npm run test:limits` is the long one. */
describe(`notices at Teams' own limits${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(60_000);

  it('exceed none of them over two instances, and arrive once each', async function () {
    if (missing !== undefined) return this.skip();
    await keepLimits({ people: 40, toOne: 9, answers: 12 });
  });
});
