import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { commandTable } from '../../src/teams/commands/command-table.ts';

const folder = resolve(import.meta.dirname, '../../manifest');
const manifest = JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as {
  bots: { commandLists: { commands: { title: string }[] }[] }[];
  icons: Record<'color' | 'outline', string>;
};
const schemaFile = resolve(import.meta.dirname, '../../../shared/schemas/MicrosoftTeams.schema.json');

/** Width and height of a PNG, from its header. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(resolve(folder, file));
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the Teams app manifest', () => {
  it('has icons of the sizes that Teams wants', () => {
    assert.deepEqual(sizeOf(manifest.icons.color), [192, 192]);
    assert.deepEqual(sizeOf(manifest.icons.outline), [32, 32]);
  });

  it('lists only commands that there are', () => {
    const words = new Set(commandTable.flatMap((entry) => entry.words));
    for (const { title } of manifest.bots[0]!.commandLists[0]!.commands) assert.ok(words.has(title), title);
  });

  it('fits the schema of Teams (1.30 as stored, which adds only Outlook add-in options to 1.29; skipped where the schema is not next to the checkout)', function () {
    if (!existsSync(schemaFile)) this.skip();
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
    delete schema['$schema'];
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    assert.ok(validate({ ...manifest, manifestVersion: '1.30' }), JSON.stringify(validate.errors));
  });
});
