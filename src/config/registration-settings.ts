import type { Setting } from './setting.ts';

const overview = 'Entra admin center › App registrations › your app › Overview';
const secrets = 'Entra admin center › App registrations › your app › Certificates & secrets';
const ofThePackage = 'none, and `npm run package` asks for it; the bot itself does not need it';

/** The settings of the app registration and of the Teams app, as `settings.ts` lists them. */
export const registrationSettings = [
  {
    name: 'MicrosoftAppId',
    section: 'App registration',
    required: true,
    meaning: 'Client id of the app registration that the bot and its single sign-on share.',
    fix: `Copy “Application (client) ID” from ${overview}.`,
  },
  {
    name: 'MicrosoftAppTenantId',
    section: 'App registration',
    required: true,
    meaning: 'Tenant in which the app is registered.',
    fix: `Copy “Directory (tenant) ID” from ${overview}.`,
  },
  {
    name: 'MicrosoftAppType',
    section: 'App registration',
    default: 'SingleTenant',
    meaning:
      'Type of the Azure Bot; only SingleTenant is possible. What the registration itself allows is another matter (docs/administration.md).',
    fix: 'Set SingleTenant or leave it out, and make the Azure Bot with that type (Azure portal › your Azure Bot › Configuration).',
  },
  {
    name: 'MicrosoftAppPassword',
    section: 'App registration',
    meaning:
      'Client secret of the app registration. This, a certificate or a federated credential is needed.',
    fix: `Make one in ${secrets} › Client secrets and copy its value, or use a certificate or FEDERATED_CREDENTIAL instead.`,
  },
  {
    name: 'CertificateThumbprint',
    section: 'App registration',
    meaning: 'Thumbprint of the certificate with which the app proves itself instead of a secret.',
    fix: `Copy the thumbprint (SHA-1 or SHA-256, hexadecimal) from ${secrets} › Certificates.`,
  },
  {
    name: 'CertificatePrivateKey',
    section: 'App registration',
    meaning: 'Private key of that certificate as unencrypted PEM; line breaks may be written as \\n.',
    fix: 'Set the PEM text that begins with -----BEGIN PRIVATE KEY-----, made together with the certificate.',
  },
  {
    name: 'FEDERATED_CREDENTIAL',
    section: 'App registration',
    meaning:
      'Where the app gets the token with which it proves itself instead of a secret: `managed-identity` (App Service, Container Apps, a virtual machine, Arc) or `token-file` (Kubernetes workload identity). Nothing secret is configured then.',
    fix: `Set managed-identity or token-file, and add the identity in ${secrets} › Federated credentials.`,
  },
  {
    name: 'MANAGED_IDENTITY_CLIENT_ID',
    section: 'App registration',
    otherwise: 'the identity that Azure gave to the machine itself',
    meaning: 'With `FEDERATED_CREDENTIAL=managed-identity`: which user-assigned identity to use.',
    fix: 'Copy “Client ID” from Azure portal › Managed Identities › your identity › Overview.',
  },
  {
    name: 'AZURE_FEDERATED_TOKEN_FILE',
    section: 'App registration',
    meaning:
      'With `FEDERATED_CREDENTIAL=token-file`: the file with the token, read anew each time. Kubernetes workload identity sets it.',
    fix: 'Set the path of the file, such as /var/run/secrets/azure/tokens/azure-identity-token.',
  },
  {
    name: 'ALLOWED_TENANTS',
    section: 'App registration',
    otherwise: 'only `MicrosoftAppTenantId`',
    meaning: 'Tenants whose people may use the bot, separated by commas.',
    fix: 'Set tenant ids (Entra admin center › Overview › Tenant ID), separated by commas, your own among them.',
  },
  {
    name: 'SSO_RESOURCE',
    section: 'App registration',
    otherwise: '`api://{host of PUBLIC_URL}/botid-{MicrosoftAppId}`',
    meaning:
      'Application ID URI that single sign-on tokens are made out to; also `webApplicationInfo.resource` in the manifest.',
    fix: 'Copy “Application ID URI” from Entra admin center › App registrations › your app › Expose an API.',
  },
  {
    name: 'DEVELOPER_NAME',
    section: 'Teams app',
    otherwise: ofThePackage,
    meaning: 'Who offers the Teams app, as Teams shows it next to its name: usually your organisation.',
    fix: 'Set a name of at most 32 characters.',
  },
  {
    name: 'DEVELOPER_URL',
    section: 'Teams app',
    otherwise: ofThePackage,
    meaning: 'Page where people read about the app or find help.',
    fix: 'Set an https address, such as your help desk’s page.',
  },
  {
    name: 'PRIVACY_URL',
    section: 'Teams app',
    otherwise: '`DEVELOPER_URL`',
    meaning: 'Page that says what is done with people’s data; [Privacy](privacy.md) has what it should say.',
    fix: 'Set an https address.',
  },
  {
    name: 'TERMS_URL',
    section: 'Teams app',
    otherwise: '`DEVELOPER_URL`',
    meaning: 'Page with the terms of use.',
    fix: 'Set an https address.',
  },
  {
    name: 'SLASH_COMMANDS',
    section: 'Teams app',
    default: 'off',
    meaning:
      'Whether Teams also suggests the commands after `/`, said to Kickoff alone and answered so that only their author sees it. A preview of Teams.',
    fix: 'Set on where your tenant has the preview of targeted messages, else off; then restart the bot, and pack and upload the app again.',
  },
] as const satisfies readonly Setting[];
