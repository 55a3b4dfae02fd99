import { z } from 'zod';
import { idempotencyKeyPattern } from '../read-idempotency-key.ts';

/** One documented answer. */
export interface DescribedAnswer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, object>>;
}

const header = (description: string, schema: object = { type: 'string' }) => ({ description, schema });

export const locationHeader = {
  Location: header('Where it can be asked for again.', { type: 'string', format: 'uri' }),
};
export const retryHeader = {
  'Retry-After': header('Seconds after which there may be news.', { type: 'integer' }),
};
export const tagHeader = { ETag: header('Changes whenever the answer does.') };
const rateHeaders = {
  'RateLimit-Policy': header('Calls (`q`) in a window of `w` seconds.'),
  RateLimit: header('Calls that remain (`r`) in the next `t` seconds.'),
};

/** An answer that is no problem, with one of the document's schemas. */
export function okAnswer(
  description: string,
  schema: 'Request' | 'Notice' | 'Receivers',
  headers: Record<string, object> = {},
): DescribedAnswer {
  return {
    description,
    headers: { ...rateHeaders, ...headers },
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

export const notModified: DescribedAnswer = { description: 'It is as it was.' };

/** A problem. */
export function problemAnswer(description: string, headers: Record<string, object> = {}): DescribedAnswer {
  return {
    description,
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** Problems that every route may answer. */
export const commonProblems = {
  '400': problemAnswer('Something in the call is not as it should be: `errors` names the fields.'),
  '401': problemAnswer('There is no token, or not one for Kickoff that is good now.'),
  '403': problemAnswer(
    'The API is closed, or the token’s app, tenant, scope or role may not call, or the person may not, or has to agree first.',
  ),
  '404': problemAnswer('What the call names is not there, or not to be seen by the caller.'),
  '429': problemAnswer('The app has called too often for this person, or alone.', {
    ...rateHeaders,
    ...retryHeader,
  }),
  default: problemAnswer('Anything else.'),
} as const;

/** Of every route that takes a body. */
export const typeProblem = {
  '415': problemAnswer('The body is not sent as plain JSON: application/json, UTF-8, not compressed.'),
} as const;

export const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A new one for each thing to be posted. The same call with the same key posts nothing more and is answered as the first time.',
  schema: { type: 'string', pattern: idempotencyKeyPattern },
};

export const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
};

export const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of an earlier answer.',
  schema: { type: 'string' },
};

/** The parameters that a query's schema takes. */
export function queryParameters(query: z.ZodType): object[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}
