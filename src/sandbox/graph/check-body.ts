import { Ajv, type ErrorObject } from 'ajv';
import { bodySchemas } from './body-schemas.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { writableTypes, type TypeName } from './writable-types.ts';

export type BodyKind = 'conversation' | 'conversationThread' | 'reply' | 'forward';

const ajv = new Ajv({
  schemas: bodySchemas(),
  verbose: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
});

/**
 * Holds a request body against the metadata: unknown properties, properties that only the service writes, wrong types.
 *
 * @throws GraphRefusal 400 that names the first thing wrong.
 */
export function checkBody(kind: BodyKind, body: unknown): void {
  const validate = ajv.getSchema(kind);
  if (validate === undefined || validate(body) === true) return;
  const error = validate.errors?.[0];
  throw error === undefined
    ? new GraphRefusal(400, 'BadRequest', 'Unable to read JSON request payload.')
    : refusal(error);
}

function refusal(error: ErrorObject): GraphRefusal {
  const type = typeOf(error);
  const at = error.instancePath.split('/').at(-1) ?? '';
  if (error.keyword === 'additionalProperties' && typeof error.params['additionalProperty'] === 'string') {
    const property = error.params['additionalProperty'];
    return isReadOnly(type, property) ? readOnly(property) : unknownProperty(property, type);
  }
  if (error.keyword === 'false schema') return readOnly(at);
  if (error.keyword === 'required') {
    const missing = String(error.params['missingProperty']);
    return new GraphRefusal(
      400,
      'ErrorInvalidRequest',
      `The required property '${missing}' of '${type}' is missing.`,
    );
  }
  return new GraphRefusal(
    400,
    'RequestBodyRead',
    `Cannot convert the value of '${at}' on type 'microsoft.graph.${type}': it ${error.message ?? 'is invalid'}.`,
  );
}

function readOnly(property: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'ErrorInvalidPropertySet',
    `Set action is invalid for property '${property}'.`,
  );
}

function unknownProperty(property: string, type: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'RequestBodyRead',
    `The property '${property}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
  );
}

function typeOf(error: ErrorObject): string {
  const id = (error.parentSchema as { $id?: string } | undefined)?.$id;
  return id ?? error.schemaPath.split(/[/#]/)[0] ?? '';
}

function isReadOnly(type: string, property: string): boolean {
  return type in writableTypes && writableTypes[type as TypeName].refused.includes(property);
}
