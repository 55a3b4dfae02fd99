import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { writableTypes, type PropertyType } from '../../../src/sandbox/graph/writable-types.ts';

interface Schema {
  type?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  $ref?: string;
  additionalProperties?: boolean;
}

/** Where Microsoft's metadata may lie next to the repository, as OpenAPI reduced to these paths. */
const folder = new URL('../../../../shared/schemas/', import.meta.url);
const versions = ['v1.0', 'beta'] as const;
/** The metadata has these on beta only. */
const betaOnly = new Set(['importance', 'mentions']);

describe('what the sandbox’s Graph lets callers write', () => {
  for (const version of versions) {
    it(`is what the metadata of ${version} says (skipped where the metadata is not at hand)`, function () {
      const file = new URL(`graph-openapi-${version}.json`, folder);
      if (!existsSync(file)) this.skip();
      const { schemas } = (JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Schemas } })
        .components;
      for (const [name, type] of Object.entries(writableTypes)) {
        const inSchema = propertiesOf(schemas, `microsoft.graph.${name}`);
        const ours = [...Object.keys(type.writable), ...type.refused];
        const expected = ours.filter((property) => version === 'beta' || !betaOnly.has(property));
        assert.deepEqual([...inSchema.keys()].sort(), idless(name, expected).sort(), name);
        for (const [property, kind] of Object.entries(type.writable)) {
          assert.ok(fits(inSchema.get(property) ?? {}, kind), `${name}.${property}`);
        }
      }
    });
  }
});

type Schemas = Record<string, Schema>;

/** Every type but the complex ones has an id. */
function idless(name: string, properties: string[]): string[] {
  const complex = ['recipient', 'emailAddress', 'itemBody'].includes(name);
  return complex ? properties : [...new Set([...properties, 'id'])];
}

function propertiesOf(schemas: Schemas, name: string): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const collect = (schema: Schema | undefined): void => {
    if (schema === undefined) return;
    if (schema.$ref !== undefined) collect(schemas[schema.$ref.split('/').at(-1) ?? '']);
    schema.allOf?.forEach(collect);
    for (const [property, each] of Object.entries(schema.properties ?? {})) {
      if (property !== '@odata.type') found.set(property, each);
    }
  };
  collect(schemas[name]);
  return found;
}

function fits(schema: Schema, kind: PropertyType): boolean {
  if (kind === 'strings') return schema.type === 'array' && schema.items?.type === 'string';
  if (kind === 'string?') return schema.type === 'string' && schema.nullable === true;
  if (typeof kind === 'string') return schema.type === kind || refersTo(schema, 'bodyType');
  if ('one' in kind) return refersTo(schema, kind.one);
  // The metadata's list is of the abstract base; callers name the concrete type.
  const base =
    { fileAttachment: 'attachment', openTypeExtension: 'extension' }[kind.list as string] ?? kind.list;
  return schema.type === 'array' && refersTo(schema.items ?? {}, base);
}

function refersTo(schema: Schema, name: string): boolean {
  const refs = [schema, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])].map(({ $ref }) => $ref ?? '');
  return refs.some((ref) => ref.endsWith(`/microsoft.graph.${name}`));
}
