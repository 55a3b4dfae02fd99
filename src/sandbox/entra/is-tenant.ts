import type { SandboxTenant } from '../tenant/tenant.ts';

/** Whether the tenant part of an address names this tenant: by id, or by its domain. */
export function isTenant(tenant: Pick<SandboxTenant, 'id' | 'domain'>, name: string): boolean {
  const given = name.toLowerCase();
  return given === tenant.id.toLowerCase() || given === tenant.domain.toLowerCase();
}
