import type { SandboxPerson } from '../tenant/tenant.ts';
import type { EntraContext } from './entra-context.ts';

/** A person of the tenant; throws a plain error for an id that nobody has. */
export function personOf(context: Pick<EntraContext, 'tenant'>, personId: string): SandboxPerson {
  const person = context.tenant.people.find((each) => each.id === personId);
  if (!person) throw new Error(`Nobody in the sandbox has the id ${personId}.`);
  return person;
}
