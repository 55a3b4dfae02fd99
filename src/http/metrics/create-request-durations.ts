import { Histogram, type Registry } from 'prom-client';

/** How long requests took, in seconds, by route template and status. Buckets lie around the 4 s of one turn. */
export function createRequestDurations(registry: Registry): Histogram<'route' | 'status'> {
  return new Histogram({
    name: 'kickoff_http_request_duration_seconds',
    help: 'Time from a request to its last byte by route and status (444: the caller went away).',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8],
    registers: [registry],
  });
}
