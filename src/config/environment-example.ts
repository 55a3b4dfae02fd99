import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

const introduction = `# Copy to .env and fill in what your tenant needs; everything is described in docs/settings.md.
# Left as it is, npm start runs against a local Microsoft 365.
`;

/** The text of `.env.example`: required settings empty, which counts as not set, and all others commented out. */
export function environmentExample(): string {
  const parts = [introduction];
  let section: string | undefined;
  for (const setting of settings as readonly Setting[]) {
    if (setting.section !== section) parts.push(`# ${setting.section}\n`);
    ({ section } = setting);
    parts.push(`# ${setting.meaning}\n# ${setting.fix}\n${line(setting)}\n`);
  }
  return parts.join('\n');
}

function line({ name, required, default: usual = '' }: Setting): string {
  return required === true ? `${name}=` : `# ${name}=${usual}`;
}
