import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

const introduction = `# Settings

Made from \`src/config/settings.ts\` by \`npm run print\`; change it there.

Kickoff is configured by environment variables. In development a file \`.env\` in the working folder is read too
([.env.example](../.env.example) is one to start from); what the process was given wins, and with
\`NODE_ENV=production\` the file is not read. An empty setting counts as not set. Missing and malformed settings are
reported all at once, and the process ends with exit code 1.

Without any setting of the app registration, \`npm start\` runs against a local Microsoft 365, which brings registration,
addresses, \`HOST\`, \`API_CLIENTS\` and \`DATA_DIR\` of its own: what is set of these counts for nothing there. It needs
\`ENCRYPTION_KEYS\` only next to \`DATABASE_URL\`. With a setting of the app registration, those marked _required_ are needed.
`;

/** The text of `docs/settings.md`. */
export function settingsPage(): string {
  const parts = [introduction];
  let section: string | undefined;
  for (const setting of settings as readonly Setting[]) {
    if (setting.section !== section) parts.push(`## ${setting.section}\n`);
    ({ section } = setting);
    parts.push(`### \`${setting.name}\`\n`, `${setting.meaning}\n`, `${list(setting).join('\n')}\n`);
  }
  return parts.join('\n');
}

function list({ required, default: usual, otherwise, fix }: Setting): string[] {
  return [
    ...(required === true ? ['- _Required._'] : []),
    ...(usual === undefined ? [] : [`- Default: \`${usual}\``]),
    ...(otherwise === undefined ? [] : [`- Default: ${otherwise}`]),
    `- ${fix.replace(/node -e .*$/, '`$&`')}`,
  ];
}
