/** One documented answer. */
export interface DescribedAnswer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, object>>;
}

const header = (description: string, schema: object = { type: 'string' }) => ({ description, schema });

export const locationHeader = {
  Location: header('Where the request can be asked for again.', { type: 'string', format: 'uri' }),
};
export const retryHeader = {
  'Retry-After': header('Seconds after which there may be news.', { type: 'integer' }),
};
const rateHeaders = {
  'RateLimit-Policy': header('Calls (`q`) in a window of `w` seconds.'),
  RateLimit: header('Calls that remain (`r`) in the next `t` seconds.'),
};

/** An answer with a request in it. */
export function requestAnswer(description: string, headers: Record<string, object> = {}): DescribedAnswer {
  return {
    description,
    headers: { ...rateHeaders, ...headers },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Request' } } },
  };
}

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
    'The API is closed, or the token’s app, tenant or scope may not call, or the person may not, or has to agree first.',
  ),
  '404': problemAnswer('What the call names is not there, or not to be seen by the person.'),
  '429': problemAnswer('The app has called too often for this person.', { ...rateHeaders, ...retryHeader }),
  default: problemAnswer('Anything else.'),
} as const;
