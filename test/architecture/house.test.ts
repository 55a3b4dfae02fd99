import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'src');

/** Which rooms a room may name. Everyone may use config's types; `sandbox` knows nothing of the bot. */
const mayName: Record<string, readonly string[]> = {
  main: ['app', 'config', 'sandbox'],
  app: [
    'announcements',
    'config',
    'conversations',
    'graph',
    'http',
    'identity',
    'storage',
    'teams',
    'watches',
  ],
  http: ['announcements', 'conversations', 'watches'],
  teams: ['announcements', 'conversations', 'watches'],
  conversations: [],
  watches: ['conversations'],
  announcements: ['conversations'],
  graph: ['announcements', 'conversations', 'watches'],
  identity: ['conversations', 'watches'],
  storage: ['announcements', 'conversations', 'watches'],
  config: ['conversations'],
  sandbox: [],
  // What the manifest lists comes from where the bot has it; nobody names this room.
  package: ['config', 'teams'],
};

/** Packages that only certain rooms may name. */
const ownPackages: Record<string, readonly string[]> = {
  botbuilder: ['teams'],
  'botframework-connector': ['teams'],
  'botframework-schema': ['teams'],
  restify: ['http', 'sandbox'],
  '@microsoft/microsoft-graph-client': ['graph'],
  '@microsoft/microsoft-graph-types': ['graph'],
  '@azure/msal-node': ['identity'],
  kysely: ['storage'],
  'node:sqlite': ['storage'],
  pg: ['storage'],
  '@microsoft/app-manifest': ['package'],
  fflate: ['package'],
  // Calendars and time zones are arithmetic, and so a matter of the heart.
  luxon: ['conversations', 'watches'],
};

interface Import {
  file: string;
  room: string;
  target: string;
  typeOnly: boolean;
}

const files = filesIn(source);
const tests = filesIn(join(root, 'test'));

const imports: Import[] = files.flatMap((file) => {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]|^import\s+()['"]([^'"]+)['"]/gm,
  );
  return [...statements].map(([, type, from, , bare]) => ({
    file: relative(source, file),
    room: roomOf(file),
    target: from ?? bare ?? '',
    typeOnly: type !== undefined,
  }));
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}

function roomOf(file: string): string {
  return relative(source, file).split('/')[0]!.replace(/\.ts$/, '');
}

describe('the house', () => {
  it('was read', () => {
    assert.ok(files.length > 50);
    assert.ok(imports.length > files.length);
  });

  it('lets rooms name only those rooms that they may know', () => {
    const wrong = imports.filter(({ file, room, target, typeOnly }) => {
      if (!target.startsWith('.')) return false;
      const named = roomOf(resolve(source, dirname(file), target));
      if (named === room || (named === 'config' && typeOnly)) return false;
      return !mayName[room]?.includes(named);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps each SDK in its room', () => {
    const wrong = imports.filter(({ room, target }) => {
      const owners = Object.entries(ownPackages).find(
        ([name]) => target === name || target.startsWith(`${name}/`),
      );
      return owners !== undefined && !owners[1].includes(room);
    });
    assert.deepEqual(wrong, []);
  });

  it('knows no SDK, HTTP or SQL at its heart', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        ['announcements', 'conversations', 'watches'].includes(room) &&
        !target.startsWith('.') &&
        !['node:crypto', 'node:timers/promises', 'luxon'].includes(target),
    );
    assert.deepEqual(wrong, []);
  });

  it('lets nobody but main name the sandbox', () => {
    const wrong = imports.filter(
      ({ room, target }) => target.includes('sandbox/') && !['main', 'sandbox'].includes(room),
    );
    assert.deepEqual(wrong, []);
  });

  it('says nothing in a language that was not chosen for the turn', () => {
    // The app package has the texts of all languages, and the page of commands is English.
    const every = new Set([
      'teams/turns/in-language.ts',
      'package/app-languages.ts',
      // Of a page in a browser, which has a language of its own.
      'teams/signin/page-texts.ts',
      'teams/commands/print-commands.ts',
    ]);
    const wrong = imports.filter(
      ({ file, target }) => /(?:^|\/)texts\/(?!texts\.ts)/.test(target) && !every.has(file),
    );
    assert.deepEqual(wrong, []);
  });

  it('has small files with names in kebab-case', () => {
    const sorted = files.map(linesOf).toSorted((one, other) => one - other);
    assert.ok(sorted[Math.floor(sorted.length / 2)]! < 80, 'the median file has 80 lines or more');
    const all = [...files, ...tests];
    assert.deepEqual(
      all.filter((file) => linesOf(file) > 400).map((file) => relative(root, file)),
      [],
      'files of more than 400 lines',
    );
    assert.deepEqual(
      all
        .map((file) => relative(root, file))
        .filter((name) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(\.(d|test))?\.ts$/.test(name)),
      [],
    );
  });
});
