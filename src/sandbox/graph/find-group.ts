import type { SandboxGroup, SandboxTenant } from '../tenant/tenant.ts';
import { GraphRefusal } from './graph-refusal.ts';

/** @throws GraphRefusal 404 Request_ResourceNotFound. */
export function findGroup(tenant: SandboxTenant, groupId: string | undefined): SandboxGroup {
  const group = tenant.groups.find(({ id }) => id === groupId?.toLowerCase());
  if (group !== undefined) return group;
  throw new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${groupId}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
