import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

const sandbox = new URL('../../../src/sandbox/', import.meta.url);

describe('the page: its own words', () => {
  let german: Record<string, string>;
  before(async () => {
    ({ german } = await import(new URL('page/browser/german.js', sandbox).href));
  });

  /** The page and its modules, without comments. */
  async function source(): Promise<string> {
    const folder = new URL('page/browser/', sandbox);
    const names = (await readdir(folder)).filter((name) => /\.(js|html)$/.test(name) && name !== 'german.js');
    const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
    return sources.join('\n').replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
  }

  /** Every sentence that a module or the page itself says by name. */
  async function said(): Promise<Set<string>> {
    const text = await source();
    const patterns = [/\bsay\(\s*'([^']+)'/g, /data-say="([^"]+)"/g];
    return new Set(
      patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, words]) => words ?? '')),
    );
  }

  it('are said by name, none as it stands in the code', async () => {
    const text = await source();
    const literals = text.matchAll(/(?<!\bsay\(\s*)(['`])([A-Z][a-z]+(?:[ .,’…{$][^'`]*)?)\1/g);
    const keysAndTypes = /^(?:Enter|Escape|Backspace|Outlook|Action\..*|Input\..*)$/;
    const found = [...literals].map(([, , words = '']) => words);
    assert.deepEqual(
      found.filter((words) => !keysAndTypes.test(words)),
      [],
    );
  });

  it('are all there in German, and none is left over', async () => {
    const words = await said();
    const server = await serverSentences();
    assert.ok(words.size > 50);
    assert.deepEqual(
      [...words].filter((each) => !Object.hasOwn(german, each)),
      [],
    );
    assert.deepEqual(
      Object.keys(german).filter((each) => !words.has(each) && !server.includes(each)),
      [],
    );
  });

  it('are filled with the same values in both languages', () => {
    const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
    for (const [english, sentence] of Object.entries(german))
      assert.deepEqual(places(sentence), places(english), english);
  });

  /** What the page's server and the clients say, which the page translates when it shows it. */
  async function serverSentences(): Promise<string> {
    const names = (await readdir(sandbox, { recursive: true })).filter((name) => name.endsWith('.ts'));
    return (await Promise.all(names.map((name) => readFile(new URL(name, sandbox), 'utf8')))).join('\n');
  }
});
