import { Counter, type Registry } from 'prom-client';

/** `kickoff_installs_total`: tries to install Kickoff for somebody, by what became of them. */
export function createInstallCounter(
  registry: Registry,
): (outcome: 'installed' | 'refused' | 'later') => void {
  const counter = new Counter({
    name: 'kickoff_installs_total',
    help: 'Tries to install Kickoff for somebody who has to be told something, by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return (outcome) => counter.inc({ outcome });
}
