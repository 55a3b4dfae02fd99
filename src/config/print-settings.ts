/** Writes `docs/settings.md` and `.env.example` from the list of settings. */
import { writeFileSync } from 'node:fs';
import { environmentExample } from './environment-example.ts';
import { settingsPage } from './settings-page.ts';

const root = new URL('../../', import.meta.url);
writeFileSync(new URL('docs/settings.md', root), settingsPage());
writeFileSync(new URL('.env.example', root), environmentExample());
