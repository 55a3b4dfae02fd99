import { collectDefaultMetrics, Registry } from 'prom-client';

/** A registry of its own with the process's figures (memory, event loop, garbage collection); other rooms add theirs. */
export function createMetricsRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
