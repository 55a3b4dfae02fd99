import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import type { FaultCase } from './fault-case.ts';
import { faultOutcome } from './fault-outcome.ts';
import type { FaultWorld } from './fault-world.ts';

/**
 * Switches on what the first POST into a group meets.
 *
 * @param target.path where that POST goes
 * @returns what lets Graph act on a POST that is late; what lets an unreadable mailbox be read, if it is; and what ends all
 */
export function switchFaults(
  { fault, when }: FaultCase,
  { sandbox }: FaultWorld,
  target: { group: SandboxGroup; path: string },
): { commit: () => void; readable: (() => void) | undefined; undo: () => void } {
  const { id } = target.group;
  const gate = Promise.withResolvers<void>();
  const address = `${sandbox.cloudOrigin}${target.path}`;
  const met = sandbox.faults.add({
    ...{ service: 'graph', method: 'POST', path: new RegExp(`/groups/${id}/`), times: 1, when },
    outcome: faultOutcome(fault, { address, heldUntil: gate.promise }),
  });
  const readable =
    fault === 'early-send'
      ? sandbox.faults.add({
          ...{ service: 'graph', method: 'GET', path: new RegExp(`/groups/${id}/.*threads`) },
          ...{ when: 'before', outcome: { status: 503 } },
        })
      : undefined;
  return {
    commit: gate.resolve,
    readable,
    undo() {
      met();
      readable?.();
    },
  };
}
