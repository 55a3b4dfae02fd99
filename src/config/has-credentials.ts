const ofTheRegistration = [
  'MicrosoftAppId',
  'MicrosoftAppTenantId',
  'MicrosoftAppType',
  'MicrosoftAppPassword',
  'CertificateThumbprint',
  'CertificatePrivateKey',
  'FEDERATED_CREDENTIAL',
];

/**
 * Whether any setting of the app registration is given. One is enough to mean a real tenant: half a registration is
 * then reported as incomplete, and never answered with the local Microsoft 365.
 */
export function hasCredentials(env: Readonly<Record<string, string | undefined>>): boolean {
  return ofTheRegistration.some((name) => (env[name] ?? '').trim() !== '');
}
