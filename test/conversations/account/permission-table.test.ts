import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { permissionTable } from '../../../src/conversations/account/permission-table.ts';
import { delegatedPermissions } from '../../../src/sandbox/entra/delegated-permissions.ts';

const page = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
/** Rows of the first table, without its head. */
const rows = (/## What each feature needs\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/permissions.md', () => {
  it('has each feature of the table once and in its order, with its permissions in their order', () => {
    const documented = rows.map(([feature = '', permissions = '']) => ({
      feature: feature.replaceAll('`', ''),
      anyOf: permissions.split(', ').map((name) => name.replaceAll('`', '')),
    }));
    assert.deepEqual(
      documented,
      permissionTable.map(({ feature, anyOf }) => ({ feature, anyOf: [...anyOf] })),
    );
  });

  it('says what happens without each, and which one is required', () => {
    for (const [index, { feature, required }] of permissionTable.entries()) {
      const without = rows[index]?.[2] ?? '';
      assert.ok(without.length >= 25, feature);
      assert.equal(/required/.test(without), required, feature);
    }
  });

  it('covers what the local Microsoft 365 grants, and is linked from the README', () => {
    const known = new Set(permissionTable.flatMap(({ anyOf }) => anyOf));
    for (const permission of delegatedPermissions) assert.ok(known.has(permission), permission);
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    assert.match(readme, /\]\(docs\/permissions\.md\)/);
  });
});
