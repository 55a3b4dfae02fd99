import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { description } from './described-answers.ts';

const published = JSON.parse(
  readFileSync(new URL('../../schemas/openapi.schema.3.1.json', import.meta.url), 'utf8'),
) as AnySchemaObject;

describe('the description of the API, by the schema of OpenAPI 3.1', () => {
  const ajv = new Ajv2020({ validateFormats: false, allErrors: true, strict: false });
  const check = ajv.compile(published);

  it('is as it should be', () => {
    assert.ok(check(description), JSON.stringify(check.errors, null, 1));
  });

  it('would not be with a mistake', () => {
    const { paths } = description;
    const mistakes = [
      { ...description, openapi: '3.0.3' },
      { ...description, more: 1 },
      { ...description, paths: { notices: paths['/notices'] } },
      { ...description, paths: { '/notices': { post: { parameters: [{ name: 'x' }] } } } },
      { ...description, paths: { '/notices': { post: { responses: { '200': {} } } } } },
    ];
    for (const mistake of mistakes) assert.equal(check(mistake), false, JSON.stringify(mistake).slice(0, 80));
  });

  it('has schemas that are JSON Schema 2020-12', () => {
    const bodies = Object.values(description.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ requestBody }) => requestBody?.content['application/json'].schema ?? []);
    const schemas = [...bodies, ...Object.values(description.components.schemas)];
    assert.ok(schemas.length >= 8);
    for (const schema of schemas) assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
  });

  it('gives every operation an id of its own', () => {
    const ids = Object.values(description.paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => (operation as { operationId?: string }).operationId);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(!ids.includes(undefined));
  });
});
