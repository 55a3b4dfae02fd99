import type { AppCredential, CloudName } from './configuration.ts';

/**
 * Who a federated credential's token is made out to ("Configure an application to trust a managed identity",
 * learn.microsoft.com).
 */
const exchanges: Readonly<Record<CloudName, string>> = {
  public: 'api://AzureADTokenExchange',
  usgov: 'api://AzureADTokenExchangeUSGov',
  usgovdod: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
};

export interface CredentialValues {
  readonly CLOUD: CloudName;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly CertificateThumbprint?: string | undefined;
  readonly CertificatePrivateKey?: string | undefined;
  readonly FEDERATED_CREDENTIAL?: 'managed-identity' | 'token-file' | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
  readonly AZURE_FEDERATED_TOKEN_FILE?: string | undefined;
}

/** The one credential that the settings describe; that it is one, and whole, is checked elsewhere. */
export function credentialOf(values: CredentialValues): AppCredential {
  const { MicrosoftAppPassword: secret, FEDERATED_CREDENTIAL: source } = values;
  if (secret !== undefined) return { kind: 'secret', secret };
  if (source === undefined) {
    const { CertificateThumbprint: thumbprint = '', CertificatePrivateKey: privateKey = '' } = values;
    return { kind: 'certificate', thumbprint, privateKey };
  }
  const audience = exchanges[values.CLOUD];
  if (source === 'token-file') {
    const path = values.AZURE_FEDERATED_TOKEN_FILE ?? '';
    return { kind: 'federated', audience, source: { kind: 'file', path } };
  }
  const clientId = values.MANAGED_IDENTITY_CLIENT_ID;
  return { kind: 'federated', audience, source: { kind: 'managed-identity', clientId } };
}
