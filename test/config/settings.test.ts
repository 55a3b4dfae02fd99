import { parse } from 'dotenv';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { environmentExample } from '../../src/config/environment-example.ts';
import { hasCredentials } from '../../src/config/has-credentials.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { settingsPage } from '../../src/config/settings-page.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import type { Setting } from '../../src/config/setting.ts';
import { settings } from '../../src/config/settings.ts';
import { sampleEnvironment } from './sample-environment.ts';

const list: readonly Setting[] = settings;
const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const again = 'run: npm run print';

describe('the list of settings', () => {
  it('is what docs/settings.md says', () => {
    assert.equal(committed('docs/settings.md'), settingsPage(), again);
  });

  it('is what .env.example says', () => {
    assert.equal(committed('.env.example'), environmentExample(), again);
  });

  it('has exactly the settings that are read, besides those of its surroundings', () => {
    const read = list.filter(({ section }) => section !== 'Surroundings').map(({ name }) => name);
    assert.deepEqual(read.sort(), Object.keys(settingsSchema.shape).sort());
  });

  it('names the values that hold when nothing is set', () => {
    const usual = list.flatMap(({ name, section, default: value }) =>
      value === undefined || section === 'Surroundings' ? [] : [[name, value] as const],
    );
    assert.ok(usual.length >= 8);
    assert.deepEqual(
      readConfiguration(sampleEnvironment(Object.fromEntries(usual))),
      readConfiguration(sampleEnvironment()),
    );
  });

  it('marks as required exactly what is refused when it is missing', () => {
    for (const { name, required, section } of list) {
      if (section === 'Surroundings' || name === 'MicrosoftAppPassword') continue;
      const missing = () => readConfiguration(sampleEnvironment({ [name]: undefined }));
      if (required === true) assert.throws(missing, { name: 'SettingsError' }, name);
      else missing();
    }
  });

  it('gives an example that, copied as it is, means the local Microsoft 365', () => {
    const copied = parse(environmentExample());
    assert.ok('MicrosoftAppId' in copied);
    assert.equal(hasCredentials(copied), false);
    assert.deepEqual([...new Set(Object.values(copied))], ['']);
  });
});
