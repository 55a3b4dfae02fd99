import type { SandboxGroup, SandboxPerson, SandboxTenant } from '../tenant/tenant.ts';

/** The Microsoft 365 groups whose mail the person may read: public ones, and those they are a member of. */
export function visibleGroups(tenant: SandboxTenant, person: SandboxPerson): SandboxGroup[] {
  return tenant.groups.filter(
    (group) =>
      group.groupTypes.includes('Unified') &&
      (group.visibility === 'Public' || group.memberIds.includes(person.id)),
  );
}
