import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';

const schemas = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');

/**
 * What in a file breaks Teams' own schema (1.29, as Microsoft publishes it in `@microsoft/app-manifest`), each as
 * `path problem`, e.g. `/name/short must NOT have more than 30 characters`.
 */
export function checkSchema(
  name: 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json',
  content: unknown,
): string[] {
  const file = new URL(`build/json-schemas/teams/v1.29/${name}`, `file://${schemas}`);
  // The schema calls itself draft 4, which this validator does not know by name; nothing in it differs from draft 7.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  }).compile(schema);
  return validate(content) ? [] : (validate.errors ?? []).map(sentence);
}

function sentence({ instancePath, message, params, keyword }: ErrorObject): string {
  const { additionalProperty, allowedValues, allowedValue } = params as Record<string, unknown>;
  const wanted = allowedValues ?? allowedValue;
  const more = wanted === undefined ? '' : ` (${JSON.stringify(wanted)})`;
  const what = keyword === 'additionalProperties' ? ` (${String(additionalProperty)})` : more;
  return `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'}${what}`;
}
