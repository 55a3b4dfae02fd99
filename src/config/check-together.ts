import { parseDuration } from './parse-duration.ts';
import type { SettingName } from './settings.ts';

/** What is wrong with a setting because of the others, to be read after its name. */
export interface Conflict {
  readonly name: SettingName;
  readonly problem: string;
}

/** Problems that lie between settings; looks only at which are given, so that it holds for malformed ones too. */
export function checkTogether(given: Partial<Record<SettingName, string>>): Conflict[] {
  const conflicts = credentialConflicts(given);
  const { PORT = '3978', METRICS_PORT } = given;
  // Port 0 is a free one each time.
  if (METRICS_PORT === PORT && METRICS_PORT !== '0') {
    conflicts.push({ name: 'METRICS_PORT', problem: 'is the same as PORT' });
  }
  const { POST_DEADLINE = '30s', HOLD_TIME = '' } = given;
  // An attempt whose hold ends before it does is taken for lost while it may still succeed.
  if ((parseDuration(HOLD_TIME) ?? Infinity) <= (parseDuration(POST_DEADLINE) ?? 0)) {
    conflicts.push({ name: 'HOLD_TIME', problem: 'is not longer than POST_DEADLINE' });
  }
  return conflicts;
}

function credentialConflicts(given: Partial<Record<SettingName, string>>): Conflict[] {
  const secret = given.MicrosoftAppPassword !== undefined;
  const thumbprint = given.CertificateThumbprint !== undefined;
  const privateKey = given.CertificatePrivateKey !== undefined;
  if (!secret && !thumbprint && !privateKey) {
    return [{ name: 'MicrosoftAppPassword', problem: 'is missing, and so is a certificate instead' }];
  }
  const conflicts: Conflict[] = [];
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
