import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extensionCommands } from '../../../src/teams/extension/extension-commands.ts';
import { readAppWords } from '../../../src/package/app-words.ts';
import { buildManifest } from '../../../src/package/build-manifest.ts';
import { listAppCommands } from '../../../src/sandbox/page/list-app-commands.ts';
import { createContoso } from '../../../src/sandbox/tenant/contoso.ts';
import { english } from '../../../src/teams/texts/english.ts';

interface Declared {
  id: string;
  type: string;
  context: string[];
  title: string;
}

describe('the page: commands of the message extension', () => {
  const { app } = createContoso({ ssoHost: 'localhost:3978', redirectUris: [] });

  for (const language of ['en', 'de']) {
    it(`are those that the app package declares: ${language}`, () => {
      const file = new URL(`../../../manifest/languages/${language}.json`, import.meta.url);
      const words = readAppWords(JSON.parse(readFileSync(file, 'utf8')));
      assert.ok(!Array.isArray(words));
      const developer = { name: '', websiteUrl: '', privacyUrl: '', termsOfUseUrl: '' };
      const manifest = buildManifest({
        ...{ template: {}, version: '1.0.0', words, texts: english, languages: [], slash: false },
        settings: {
          appId: app.id,
          publicUrl: 'https://localhost',
          ssoResource: app.ssoResource,
          developer,
          slashCommands: false,
        },
      });
      const [extension] = manifest['composeExtensions'] as { commands: Declared[] }[];
      const listed = listAppCommands(app, language);
      for (const { id, type, context, title } of extension!.commands) {
        const known = listed.find((each) => each.id === id);
        assert.deepEqual([known?.type, known?.title], [type, title]);
        assert.ok(context.includes(known?.context ?? ''));
      }
      assert.deepEqual(listed.map(({ id }) => id).toSorted(), Object.values(extensionCommands).toSorted());
    });
  }

  it('are English in a language that the app does not speak', () => {
    assert.equal(listAppCommands(app, 'fr-FR')[0]?.title, 'Conversations');
  });
});
