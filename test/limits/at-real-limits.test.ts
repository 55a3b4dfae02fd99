import { whyNoPostgres } from '../storage/postgres-server.ts';
import { keepLimits } from './keep-limits.ts';

const missing = await whyNoPostgres();

describe(`a run at real limits${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(300_000);

  it('exceeds none of them, and everybody gets each notice once', async function () {
    if (missing !== undefined) return this.skip();
    const lines = await keepLimits({ people: 500, toOne: 100, answers: 150 });
    for (const line of lines) process.stdout.write(`      ${line}\n`);
  });
});
