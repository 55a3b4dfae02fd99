import { Counter, type Registry } from 'prom-client';

const states = ['accepted', 'sending', 'waiting', 'created', 'refused', 'unknown', 'discarded'] as const;
const deliveries = ['delivered', 'unreachable', 'unconfirmed', 'retry'] as const;
const installs = ['installed', 'refused', 'later'] as const;

/** What the other rooms count, each by what became of it. */
export interface Counters {
  /** `kickoff_requests_total`: requests by the state that they came into. */
  readonly request: (state: (typeof states)[number]) => void;
  /** `kickoff_notices_total`: tries to show somebody a message that nobody asked for in that moment. */
  readonly notice: (outcome: (typeof deliveries)[number]) => void;
  /** `kickoff_installs_total`: tries to install Kickoff for somebody. */
  readonly install: (outcome: (typeof installs)[number]) => void;
}

export function createCounters(registry: Registry): Counters {
  function counter<Value extends string>(
    name: string,
    help: string,
    { label, values }: { label: string; values: readonly Value[] },
  ): (value: Value) => void {
    const made = new Counter({ name, help, labelNames: [label], registers: [registry] });
    // The first of its kind is an increase only if there was a zero before it.
    for (const value of values) made.inc({ [label]: value }, 0);
    return (value) => made.inc({ [label]: value });
  }
  return {
    request: counter('kickoff_requests_total', 'Requests by the state that they came into.', {
      label: 'state',
      values: states,
    }),
    notice: counter(
      'kickoff_notices_total',
      'Tries to show somebody a message that nobody asked for in that moment, by outcome.',
      { label: 'outcome', values: deliveries },
    ),
    install: counter(
      'kickoff_installs_total',
      'Tries to install Kickoff for somebody who has to be told something, by outcome.',
      { label: 'outcome', values: installs },
    ),
  };
}
