/** The Application ID URI of the registration: what is set, else the one that Teams wants for a bot with a message extension. */
export function ssoResource(values: {
  readonly SSO_RESOURCE?: string | undefined;
  readonly PUBLIC_URL: string;
  readonly MicrosoftAppId: string;
}): string {
  return values.SSO_RESOURCE ?? `api://${new URL(values.PUBLIC_URL).host}/botid-${values.MicrosoftAppId}`;
}
