import { z } from 'zod';
import { waitQuery } from '../shapes/wait-query.ts';
import { commonProblems, requestAnswer } from './answers.ts';

/** `GET /requests/{id}` as an OpenAPI operation. */
export function describeLookup(): object {
  const { properties = {} } = z.toJSONSchema(waitQuery, { io: 'input' });
  return {
    operationId: 'get-request',
    summary: 'Ask what became of a request',
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{32}$' } },
      ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
      {
        name: 'If-None-Match',
        in: 'header',
        required: false,
        description: 'The `ETag` of an earlier answer.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      '200': requestAnswer('The request as it is now.', {
        ETag: { description: 'Changes whenever the request does.', schema: { type: 'string' } },
      }),
      '304': { description: 'It is as it was.' },
      ...commonProblems,
    },
  };
}
