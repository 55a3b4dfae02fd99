/** What was learnt about a tenant by what Graph answered. */
export interface TenantFacts {
  refusesMarker(tenantId: string): Promise<boolean>;
  rememberMarkerRefused(tenantId: string): Promise<void>;
}
