import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SettingsError } from '../../src/config/settings-error.ts';
import { buildPackage } from '../../src/package/build-package.ts';
import { checkSchema } from '../../src/package/check-schema.ts';
import { PackageError } from '../../src/package/package-error.ts';
import { readPng } from '../../src/package/read-png.ts';
import { commandTable } from '../../src/teams/commands/command-table.ts';
import { extensionCommands } from '../../src/teams/extension/extension-commands.ts';

const folder = resolve(import.meta.dirname, '../../manifest');
const appId = 'aaaaaaaa-0000-4000-8000-00000000000a';
const env = {
  MicrosoftAppId: appId.toUpperCase(),
  PUBLIC_URL: 'https://kickoff.contoso.com',
  DEVELOPER_NAME: 'Contoso IT',
  DEVELOPER_URL: 'https://contoso.com/help',
};

interface Manifest {
  id: string;
  developer: Record<string, string>;
  bots: { botId: string; scopes: string[]; supportsFiles: boolean; commandLists: CommandList[] }[];
  composeExtensions: { botId: string; commands: Record<string, unknown>[] }[];
  validDomains: string[];
  webApplicationInfo: Record<string, string>;
  localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] };
}
interface CommandList {
  scopes: string[];
  triggers?: string[];
  commands: { title: string; description: string }[];
}

const build = (changes: Record<string, string | undefined> = {}) =>
  buildPackage({ env: { ...env, ...changes }, folder, version: '1.2.3' });

function open(zip: Uint8Array): { files: Record<string, Uint8Array>; manifest: Manifest } {
  const files = unzipSync(zip);
  return { files, manifest: JSON.parse(strFromU8(files['manifest.json']!)) as Manifest };
}

/** The problems with which building a changed copy of `manifest/` is refused. */
function problemsWith(change: (copy: string) => void): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'kickoff-manifest-'));
  try {
    cpSync(folder, copy, { recursive: true });
    change(copy);
    buildPackage({ env, folder: copy, version: '1.2.3' });
  } catch (error) {
    assert.ok(error instanceof PackageError, String(error));
    return error.problems;
  } finally {
    rmSync(copy, { recursive: true });
  }
  return [];
}

function changeJson(file: string, change: (content: Record<string, unknown>) => void): void {
  const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  change(content);
  writeFileSync(file, JSON.stringify(content));
}

describe('the Teams app package', () => {
  it('holds the manifest, German, and both icons in their sizes', () => {
    const { files } = open(build());
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'de.json', 'manifest.json', 'outline.png']);
    const { width, height } = readPng(Buffer.from(files['color.png']!))!;
    assert.deepEqual([width, height], [192, 192]);
    const outline = readPng(Buffer.from(files['outline.png']!))!;
    assert.deepEqual([outline.width, outline.height], [32, 32]);
    assert.equal(outline.pixels?.[3], 0, 'the first pixel is not transparent');
  });

  it('fits the schemas of Teams', () => {
    const { files, manifest } = open(build());
    assert.deepEqual(checkSchema('MicrosoftTeams.schema.json', manifest), []);
    const german = JSON.parse(strFromU8(files['de.json']!)) as unknown;
    assert.deepEqual(checkSchema('MicrosoftTeams.Localization.schema.json', german), []);
    assert.deepEqual(manifest.localizationInfo.additionalLanguages, [{ languageTag: 'de', file: 'de.json' }]);
  });

  it('takes ids and addresses from the settings of the bot', () => {
    const { manifest } = open(build());
    assert.equal(manifest.id, appId);
    assert.equal(manifest.bots[0]?.botId, appId);
    assert.equal(manifest.composeExtensions[0]?.botId, appId);
    assert.deepEqual(manifest.validDomains, ['kickoff.contoso.com']);
    assert.deepEqual(manifest.webApplicationInfo, {
      id: appId,
      resource: `api://kickoff.contoso.com/botid-${appId}`,
    });
    assert.deepEqual(manifest.developer, {
      name: 'Contoso IT',
      websiteUrl: 'https://contoso.com/help',
      privacyUrl: 'https://contoso.com/help',
      termsOfUseUrl: 'https://contoso.com/help',
    });
    const resource = 'api://other.contoso.com/botid-1';
    assert.equal(open(build({ SSO_RESOURCE: resource })).manifest.webApplicationInfo['resource'], resource);
  });

  it('lists in each place the commands that the bot knows there, at most 12', () => {
    const { scopes, supportsFiles, commandLists } = open(build()).manifest.bots[0]!;
    assert.deepEqual(scopes, ['personal', 'team', 'groupChat']);
    assert.equal(supportsFiles, true);
    const covered = commandLists.flatMap((list) => list.scopes);
    assert.deepEqual(covered.toSorted(), ['groupChat', 'personal', 'team']);
    for (const { scopes: places, commands } of commandLists) {
      assert.ok(commands.length > 0 && commands.length <= 12);
      for (const { title, description } of commands) {
        const entry = commandTable.find(({ words }) => words[0] === title);
        for (const place of places) {
          const known = entry?.places.some((one) => one === place);
          assert.ok(known, `${title} in ${place}`);
        }
        assert.ok(description.length > 0);
      }
    }
  });

  it('offers the search and the actions that the bot answers to', () => {
    const [{ commands } = { commands: [] }] = open(build()).manifest.composeExtensions;
    assert.deepEqual(
      commands.map(({ id, type, context, fetchTask = false }) => ({ id, type, context, fetchTask })),
      [
        {
          id: extensionCommands.search,
          type: 'query',
          context: ['compose', 'commandBox'],
          fetchTask: false,
        },
        { id: extensionCommands.startFromMessage, type: 'action', context: ['message'], fetchTask: true },
        { id: extensionCommands.start, type: 'action', context: ['compose'], fetchTask: true },
      ],
    );
    const [search = {}] = commands;
    assert.equal((search['parameters'] as object[]).length, 1);
  });

  it('says the commands and the extension in German too', () => {
    const german = JSON.parse(strFromU8(open(build()).files['de.json']!)) as Record<string, string>;
    assert.match(german['bots[0].commandLists[0].commands[0].description'] ?? '', /Unterhaltung/);
    assert.equal(german['composeExtensions[0].commands[2].title'], 'Unterhaltung beginnen');
  });

  it('is the same, byte by byte, from the same input', () => {
    assert.deepEqual(build(), build());
  });

  it('names every missing setting at once', () => {
    const missing = {
      MicrosoftAppId: '',
      PUBLIC_URL: undefined,
      DEVELOPER_NAME: ' ',
      DEVELOPER_URL: undefined,
    };
    assert.throws(
      () => build(missing),
      (error: SettingsError) => {
        const names = error.problems.map(({ name, problem }) => `${name} ${problem}`);
        assert.deepEqual(
          names,
          Object.keys(missing)
            .map((name) => `${name} is missing`)
            .sort(byList),
        );
        return true;
      },
    );
  });

  for (const [name, value, problem] of [
    ['MicrosoftAppId', 'kickoff', 'is not a GUID'],
    ['PUBLIC_URL', 'http://localhost:3978', 'is an http address, which Teams does not open'],
    ['PUBLIC_URL', 'http://kickoff.contoso.com', 'is not an https address without a path'],
    ['PUBLIC_URL', 'https://kickoff.contoso.com/bot', 'is not an https address without a path'],
    ['SSO_RESOURCE', 'kickoff', 'is not an Application ID URI'],
    ['DEVELOPER_NAME', 'n'.repeat(33), 'is longer than 32 characters'],
    ['DEVELOPER_URL', 'contoso.com', 'is not an https address'],
    ['PRIVACY_URL', 'http://contoso.com', 'is not an https address'],
    ['TERMS_URL', 'https://', 'is not an https address'],
  ] as const) {
    it(`says that ${name} ${problem}`, () => {
      assert.throws(
        () => build({ [name]: value }),
        (error: SettingsError) => {
          assert.deepEqual(
            error.problems.map((one) => `${one.name} ${one.problem}`),
            [`${name} ${problem}`],
          );
          return true;
        },
      );
    });
  }

  it('names every mistake in its files, with its path and where to change it', () => {
    const problems = problemsWith((copy) => {
      changeJson(join(copy, 'manifest.json'), (content) => {
        content['accentColor'] = 'blue';
        content['colour'] = 'blue';
      });
      changeJson(join(copy, 'languages/en.json'), (content) => {
        content['name'] = { short: 'n'.repeat(31), full: 'Kickoff' };
      });
      changeJson(join(copy, 'languages/de.json'), (content) => {
        content['description'] = { short: 'd'.repeat(81), full: 'x' };
      });
      cpSync(join(copy, 'color.png'), join(copy, 'outline.png'));
    });
    const has = (...parts: string[]) =>
      assert.ok(
        problems.some((problem) => parts.every((part) => problem.includes(part))),
        `${parts.join(' … ')} in\n${problems.join('\n')}`,
      );
    has('manifest.json: /accentColor', 'pattern', 'Change it in manifest/manifest.json.');
    has('manifest.json: /', '(colour)', 'manifest/manifest.json');
    has('/name/short', '30 characters', 'manifest/languages/en.json');
    has('de.json: /description.short', 'manifest/languages/de.json');
    has('outline.png is 192 × 192', '32 × 32');
    has('outline.png has no transparency');
  });

  it('says which words of a language are missing, and that a file is no JSON', () => {
    const missing = problemsWith((copy) =>
      changeJson(join(copy, 'languages/de.json'), (content) => delete content['start']),
    );
    assert.deepEqual(missing, ['manifest/languages/de.json: start is missing or empty.']);
    const wrong = problemsWith((copy) =>
      changeJson(join(copy, 'languages/en.json'), (content) => {
        content['name'] = { short: 'Kickoff', full: ' ', long: 'Kickoff' };
      }),
    );
    assert.deepEqual(wrong, [
      'manifest/languages/en.json: name.full is missing or empty.',
      'manifest/languages/en.json: name.long is not known here.',
    ]);
    const broken = problemsWith((copy) => writeFileSync(join(copy, 'manifest.json'), '{'));
    assert.match(broken.join(), /manifest\/manifest\.json is no JSON/);
    const gone = problemsWith((copy) => rmSync(join(copy, 'color.png')));
    assert.match(gone.join(), /manifest\/color\.png cannot be read \(ENOENT\)/);
  });

  it('wants a version of three numbers', () => {
    assert.throws(
      () => buildPackage({ env, folder, version: '1.2.3-beta' }),
      /package\.json: version is 1\.2\.3-beta/,
    );
  });
});

/** The order of docs/settings.md. */
function byList(one: string, other: string): number {
  const order = ['PUBLIC_URL', 'MicrosoftAppId', 'DEVELOPER_NAME', 'DEVELOPER_URL'];
  return order.indexOf(one.split(' ')[0]!) - order.indexOf(other.split(' ')[0]!);
}
