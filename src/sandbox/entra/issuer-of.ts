import type { EntraContext } from './entra-context.ts';

/** The issuer of every token: this authority and tenant, version 2. */
export function issuerOf(context: Pick<EntraContext, 'cloudOrigin' | 'tenant'>): string {
  return `${context.cloudOrigin()}/${context.tenant.id}/v2.0`;
}
