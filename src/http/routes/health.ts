import type { Server } from 'restify';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { Log } from '../../conversations/ports/log.ts';
import { answer } from '../server/answer.ts';
import { rememberHealth } from './remember-health.ts';

/**
 * `/healthz`: the process answers. `/readyz`: it can also do its work. Anyone may ask, so both answer with a bare 200 or
 * 503, by GET and by HEAD; what is wrong stands in the log.
 */
export function mountHealth(
  server: Server,
  options: {
    health: () => Promise<boolean>;
    clock: Clock;
    log: Log;
    deadline: number;
    memory: number;
  },
): void {
  const isReady = rememberHealth(options);
  for (const method of ['get', 'head'] as const) {
    server[method]('/healthz', async (_request, response) => answer(response, { status: 200 }));
    server[method]('/readyz', async (_request, response) =>
      answer(response, { status: (await isReady()) ? 200 : 503 }),
    );
  }
}
