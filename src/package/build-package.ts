import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readAppSettings } from '../config/read-app-settings.ts';
import { appLanguages } from './app-languages.ts';
import { readAppWords, type AppWords } from './app-words.ts';
import { buildLocalization } from './build-localization.ts';
import { buildManifest } from './build-manifest.ts';
import { checkIcons } from './check-icons.ts';
import { checkSchema } from './check-schema.ts';
import { PackageError } from './package-error.ts';
import { whereToChange } from './where-to-change.ts';

export interface PackageOptions {
  /** The environment, as the bot reads it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder `manifest`. */
  readonly folder: string;
  /** The app's version. */
  readonly version: string;
}

/** Every file in the zip has this time, so that the same input gives the same bytes (the earliest that a zip can say). */
const fixedTime = new Date(1980, 0, 1);

/**
 * The Teams app as a zip: `manifest.json`, one file per further language, and both icons.
 *
 * @throws SettingsError with every missing or malformed setting; PackageError with everything else that Teams would refuse
 */
export function buildPackage({ env, folder, version }: PackageOptions): Uint8Array {
  const settings = readAppSettings(env);
  const problems: string[] = [];
  if (!/^\d+\.\d+\.\d+$/.test(version))
    problems.push(`package.json: version is ${version}, and Teams wants three numbers such as 1.2.3.`);
  const words = new Map<string, AppWords>();
  for (const { tag } of appLanguages) {
    const read = readAppWords(readJson(folder, `languages/${tag}.json`));
    if (Array.isArray(read))
      problems.push(...read.map((wrong) => `manifest/languages/${tag}.json: ${wrong}`));
    else words.set(tag, read);
  }
  const icons = { color: read(folder, 'color.png'), outline: read(folder, 'outline.png') };
  problems.push(...checkIcons(icons));
  const [english, ...others] = appLanguages;
  const englishWords = words.get(english?.tag ?? '');
  if (english === undefined || englishWords === undefined) throw new PackageError(problems);
  const manifest = buildManifest({
    template: readJson(folder, 'manifest.json') as Record<string, unknown>,
    ...{ settings, version, words: englishWords, texts: english.texts, slash: settings.slashCommands },
    languages: others.map(({ tag }) => tag),
  });
  problems.push(...named('manifest.json', checkSchema('MicrosoftTeams.schema.json', manifest)));
  const files: Record<string, unknown> = { 'manifest.json': manifest };
  for (const { tag, texts } of others) {
    const its = words.get(tag);
    if (its === undefined) continue;
    const localization = buildLocalization(its, texts);
    const wrong = checkSchema('MicrosoftTeams.Localization.schema.json', localization);
    problems.push(...named(`${tag}.json`, wrong));
    files[`${tag}.json`] = localization;
  }
  if (problems.length > 0) throw new PackageError(problems);
  return zip(files, icons);
}

function zip(files: Record<string, unknown>, icons: { color: Buffer; outline: Buffer }): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = strToU8(`${JSON.stringify(content, null, 2)}\n`);
  return zipSync(
    { ...entries, 'color.png': icons.color, 'outline.png': icons.outline },
    { mtime: fixedTime },
  );
}

function named(file: string, wrong: readonly string[]): string[] {
  return wrong.map((problem) => `${file}: ${problem}. ${whereToChange(file, problem)}`);
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new PackageError([`manifest/${name} cannot be read (${code}).`]);
  }
}

function readJson(folder: string, name: string): unknown {
  const text = read(folder, name).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackageError([`manifest/${name} is no JSON: ${(error as Error).message}`]);
  }
}
