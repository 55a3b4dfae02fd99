import type { IdentityConfiguration } from './identity-configuration.ts';

/**
 * Where an administrator of the tenant grants the app's permissions for everybody
 * (learn.microsoft.com, "Grant tenant-wide admin consent": construct the URL).
 */
export function adminConsentLink(
  configuration: {
    app: Pick<IdentityConfiguration['app'], 'id'>;
    endpoints: Pick<IdentityConfiguration['endpoints'], 'entraAuthority'>;
  },
  tenantId: string,
): string {
  const { app, endpoints } = configuration;
  return `${endpoints.entraAuthority}/${tenantId}/adminconsent?client_id=${encodeURIComponent(app.id)}`;
}
