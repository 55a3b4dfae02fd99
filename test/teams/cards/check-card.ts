import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import AC from 'adaptivecards/dist/adaptivecards.min.js';
import { Ajv } from 'ajv';
import draft6 from 'ajv/lib/refs/json-schema-draft-06.json' with { type: 'json' };

import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';

/** Published by Microsoft, see the page next to it. */
const schemaFile = new URL('../../schemas/adaptive-card.schema.1.6.0.json', import.meta.url);

let validate: ReturnType<Ajv['compile']> | undefined;

/** Fails unless the renderer knows every element and property of the card, and it has a size that Teams takes. */
export function checkCard(card: AdaptiveCard): void {
  // `choices.data` is 1.6 to the renderer, though Teams takes it in 1.5 cards.
  const context = new AC.SerializationContext(AC.Versions.v1_6);
  const parsed = new AC.AdaptiveCard();
  // As in Teams; those in the overflow menu of a row count here.
  parsed.hostConfig = new AC.HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  // Teams takes a typeahead without a first choice; the renderer shows it and complains.
  const expected = everything(card)
    .filter((each) => 'choices.data' in each && Array.isArray(each.choices) && each.choices.length === 0)
    .map(() => 'An Input.ChoiceSet must have at least one choice defined.');
  assert.deepEqual(
    [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message),
    expected,
  );
  assert.deepEqual(elementTypes(parsed.toJSON()), elementTypes(card));
  assert.ok(Buffer.byteLength(JSON.stringify(card), 'utf16le') <= 80 * 1024);
  const sets = everything(card).filter(({ type }) => type === 'ActionSet') as {
    actions: { mode?: string }[];
  }[];
  const primary = sets.flatMap(({ actions }) => actions).filter(({ mode }) => mode !== 'secondary');
  assert.ok(primary.length <= 6, 'Teams shows six buttons of a card');
  for (const part of everything(card)) {
    const { type, color } = part;
    if (typeof type === 'string' && type.startsWith('Input.'))
      assert.ok(part['label'], `${type} has no label`);
    if (type === 'Image') assert.ok(part['altText'], 'an image without words');
    if (typeof color === 'string') assert.doesNotMatch(color, /^#/, 'a color of one theme');
  }
  checkRefresh(card);
  for (const action of everything(card.body).filter(({ type }) => type === 'Action.Execute')) {
    const { data, fallback } = action as { data: object; fallback: { type: string; data: object } };
    assert.equal(fallback.type, 'Action.Submit');
    assert.deepEqual(fallback.data, data);
    assert.equal((data as { verb?: string }).verb, action.verb);
  }
}

/** Whose clients ask for a view of their own: Teams takes 60 people, by their accounts, and needs 1.4. */
function checkRefresh({ refresh, version }: AdaptiveCard): void {
  if (refresh === undefined) return;
  assert.ok(version >= '1.4');
  assert.ok(refresh.userIds.length <= 60);
  for (const id of refresh.userIds) assert.match(id, /^29:/);
  assert.equal(refresh.action.data['verb'], refresh.action.verb);
}

/** Fails unless the card keeps to the published schema, 1.6 because of `choices.data`. */
export function checkCardSchema(card: AdaptiveCard): void {
  validate ??= compileSchema();
  const published = structuredClone(card);
  // Teams has these for inputs that depend on each other; the published schema has not.
  for (const part of everything(published)) {
    delete part['valueChangedAction'];
    if (part['type'] === 'Data.Query') delete part['associatedInputs'];
  }
  assert.ok(validate(published), JSON.stringify(validate.errors?.slice(0, 5)));
}

/** Every object in a card, itself included. */
export function everything(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(everything);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(everything)];
}

function elementTypes(value: unknown): string[] {
  // Properties to the renderer, or of Teams alone; and fallbacks are read but not written again.
  const readOnly = new Set(['Data.Query', 'Action.ResetInputs', 'Action.Submit']);
  return everything(value)
    .map(({ type }) => type)
    .filter((type) => typeof type === 'string')
    .filter((type) => !readOnly.has(type))
    .sort((a, b) => a.localeCompare(b));
}

function compileSchema(): ReturnType<Ajv['compile']> {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  ajv.addMetaSchema(draft6);
  const { id: _, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  // The published file marks two properties as `"required": false`, which no draft since 4 knows.
  for (const part of everything(schema)) if (typeof part.required === 'boolean') delete part.required;
  return ajv.compile(schema);
}
