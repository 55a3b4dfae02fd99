import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandLists } from '../../../src/teams/commands/command-lists.ts';
import { commandTable } from '../../../src/teams/commands/command-table.ts';
import { commandsPage } from '../../../src/teams/commands/commands-page.ts';
import { parseCommand } from '../../../src/teams/commands/parse-command.ts';
import { languages, textsFor } from '../../../src/teams/texts/texts-for.ts';

describe('the table of commands', () => {
  it('is what docs/commands.md says', () => {
    const page = readFileSync(new URL('../../../docs/commands.md', import.meta.url), 'utf8');
    assert.equal(page, commandsPage(textsFor('en')), 'run: npm run print');
  });

  it('gives no two commands the same words', () => {
    const words = commandTable.flatMap((entry) => [...entry.words, ...entry.phrases]);
    assert.deepEqual(words, [...new Set(words)]);
  });

  it('has usages that begin with the word and are commands themselves', () => {
    for (const { name, words, usage } of commandTable) {
      assert.ok(usage.startsWith(words[0]!), name);
      assert.equal(parseCommand(words[0]!).kind, name);
    }
  });

  it('gives the manifest at most 12 commands for each kind of chat, in every language', () => {
    for (const texts of languages) {
      const lists = commandLists(texts);
      assert.deepEqual(
        lists.map(({ scopes, triggers, commands }) => [scopes, triggers, commands.length]),
        [
          [['personal'], undefined, 12],
          [['groupChat', 'team'], undefined, 11],
        ],
      );
      for (const { title, description } of lists.flatMap(({ commands }) => commands)) {
        assert.notEqual(parseCommand(title).kind, 'unknown');
        assert.ok(title.length <= 128 && description.length <= 4_000);
      }
      const titles = new Set(lists.flatMap(({ commands }) => commands.map(({ title }) => title)));
      for (const left of ['whoami', 'watching']) assert.ok(!titles.has(left));
    }
  });

  it('suggests commands after a slash only when told', () => {
    for (const { triggers } of commandLists(languages[0], { slash: true }))
      assert.deepEqual(triggers, ['mention', 'slash']);
  });
});
