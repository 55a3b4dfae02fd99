import { allowServiceUrls } from './allow-service-urls.ts';
import { checkPortsAndTimes } from './check-ports-and-times.ts';
import { clouds } from './clouds.ts';
import type { CloudName } from './configuration.ts';
import type { Conflict } from './conflict.ts';
import { parseAddress } from './parse-address.ts';
import { parseHosts } from './parse-hosts.ts';
import type { SettingName } from './settings.ts';

/** Problems that lie between settings; looks only at which are given, so that it holds for malformed ones too. */
export function checkTogether(given: Partial<Record<SettingName, string>>): Conflict[] {
  return [...credentialConflicts(given), ...checkPortsAndTimes(given), ...serviceUrlConflicts(given)];
}

/** The bot's own token goes to that address: a host has to be allowed by what lists hosts, and by nothing else. */
function serviceUrlConflicts({
  CLOUD = 'public',
  SERVICE_URL,
  SERVICE_URL_HOSTS = '',
}: Partial<Record<SettingName, string>>): Conflict[] {
  const url = SERVICE_URL && parseAddress(SERVICE_URL, { loopbackHttp: true, path: true });
  if (!url || !Object.hasOwn(clouds, CLOUD)) return [];
  const preset = clouds[CLOUD as CloudName].serviceUrlHosts;
  if (allowServiceUrls([...preset, ...(parseHosts(SERVICE_URL_HOSTS) ?? [])])(url)) return [];
  const problem = 'has a host that the bot’s token may not be sent to';
  const fix = 'Set the address of the cloud that CLOUD names, or add its host to SERVICE_URL_HOSTS.';
  return [{ name: 'SERVICE_URL', problem, fix }];
}

function credentialConflicts(given: Partial<Record<SettingName, string>>): Conflict[] {
  const secret = given.MicrosoftAppPassword !== undefined;
  const thumbprint = given.CertificateThumbprint !== undefined;
  const privateKey = given.CertificatePrivateKey !== undefined;
  const federated = given.FEDERATED_CREDENTIAL;
  if (!secret && !thumbprint && !privateKey && federated === undefined) {
    const problem = 'is missing, and so is a certificate or a federated credential instead';
    return [{ name: 'MicrosoftAppPassword', problem }];
  }
  const conflicts = federatedConflicts(given);
  if (secret && (thumbprint || privateKey)) {
    const problem = 'is set next to a certificate; only one of them can be used';
    conflicts.push({ name: 'MicrosoftAppPassword', problem });
  }
  if (thumbprint && !privateKey) {
    conflicts.push({ name: 'CertificatePrivateKey', problem: 'is missing next to CertificateThumbprint' });
  }
  if (privateKey && !thumbprint) {
    conflicts.push({ name: 'CertificateThumbprint', problem: 'is missing next to CertificatePrivateKey' });
  }
  return conflicts;
}

function federatedConflicts(given: Partial<Record<SettingName, string>>): Conflict[] {
  const { FEDERATED_CREDENTIAL: federated, AZURE_FEDERATED_TOKEN_FILE: file } = given;
  if (federated === undefined) return [];
  const conflicts: Conflict[] = [];
  const others = [given.MicrosoftAppPassword, given.CertificateThumbprint, given.CertificatePrivateKey];
  if (others.some((other) => other !== undefined)) {
    const problem = 'is set next to a secret or a certificate; only one of them can be used';
    conflicts.push({ name: 'FEDERATED_CREDENTIAL', problem });
  }
  if (federated === 'token-file' && file === undefined) {
    const problem = 'is missing next to FEDERATED_CREDENTIAL';
    conflicts.push({ name: 'AZURE_FEDERATED_TOKEN_FILE', problem });
  }
  return conflicts;
}
