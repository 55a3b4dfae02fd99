import { writableTypes, type PropertyType, type TypeName, type WritableType } from './writable-types.ts';

type JsonSchema = Record<string, unknown>;

/** `String {guid} Name x`, `Integer 0x1234` and their like: learn.microsoft.com/graph extended-properties-overview. */
const propertyId = String.raw`^\w+ (\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\} (Name .+|Id 0x[0-9A-Fa-f]+)|0x[0-9A-Fa-f]+)$`;

/** What single properties must look like beyond their type. */
const details: Record<string, JsonSchema> = {
  'itemBody.contentType': { enum: ['text', 'html'] },
  'conversation.threads': { minItems: 1, maxItems: 1 },
  'conversationThread.posts': { minItems: 1, maxItems: 1 },
  'singleValueLegacyExtendedProperty.id': { pattern: propertyId },
  'multiValueLegacyExtendedProperty.id': { pattern: propertyId },
  'openTypeExtension.extensionName': { minLength: 1 },
  'fileAttachment.contentBytes': { pattern: '^[A-Za-z0-9+/_-]*={0,2}$' },
};

/** JSON Schemas of every type a caller may write, `$id` is the type's name; `reply` and `forward` are the bodies of actions. */
export function bodySchemas(): JsonSchema[] {
  const types = Object.entries(writableTypes).map(([name, type]) => typeSchema(name, type));
  // The metadata calls the parameter `Post`, every documented example writes `post`.
  const reply = {
    $id: 'reply',
    type: 'object',
    additionalProperties: false,
    properties: { post: { $ref: 'post' }, Post: { $ref: 'post' } },
    minProperties: 1,
    maxProperties: 1,
  };
  const forward = {
    $id: 'forward',
    type: 'object',
    additionalProperties: false,
    properties: {
      comment: { type: 'string', nullable: true },
      toRecipients: { type: 'array', items: { $ref: 'recipient' } },
    },
  };
  return [...types, reply, forward];
}

function typeSchema(name: string, type: WritableType): JsonSchema {
  const properties = Object.entries(type.writable).map(([property, kind]) => [
    property,
    { ...propertySchema(kind), ...details[`${name}.${property}`] },
  ]);
  const refused = type.open ? type.refused.map((property) => [property, false]) : [];
  return {
    $id: name,
    type: 'object',
    properties: {
      '@odata.type': { type: 'string', pattern: String.raw`^#?microsoft\.graph\.${name}$` },
      ...Object.fromEntries([...properties, ...refused]),
    },
    required: type.required ?? [],
    additionalProperties: type.open ? { type: ['string', 'number', 'boolean', 'null'] } : false,
  };
}

function propertySchema(kind: PropertyType): JsonSchema {
  if (kind === 'strings') return { type: 'array', items: { type: 'string' } };
  if (kind === 'string?') return { type: 'string', nullable: true };
  if (typeof kind === 'string') return { type: kind };
  const ref = (type: TypeName): JsonSchema => ({ $ref: type });
  return 'list' in kind ? { type: 'array', items: ref(kind.list) } : ref(kind.one);
}
