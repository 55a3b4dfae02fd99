import { z } from 'zod';
import type { PostingRoute } from '../posting-route.ts';
import {
  commonProblems,
  keyParameter,
  locationHeader,
  okAnswer,
  problemAnswer,
  retryHeader,
  typeProblem,
} from './answers.ts';

/** A route that posts as an OpenAPI operation. */
export function describePosting({ path, summary, schema, example }: PostingRoute): object {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { io: 'input' });
  return {
    operationId: `post-${path}`,
    summary,
    parameters: [keyParameter],
    requestBody: { required: true, content: { 'application/json': { schema: body, example } } },
    responses: {
      '201': okAnswer('It is there.', 'Request', locationHeader),
      '202': okAnswer('Stored, and not known to be there yet: see `state`.', 'Request', {
        ...locationHeader,
        ...retryHeader,
      }),
      ...commonProblems,
      '409': problemAnswer('Several groups or conversations fit, or the person has just posted the same.'),
      '410': problemAnswer('The person has discarded the request.'),
      '413': problemAnswer('The body is larger than 256 KiB, or more than Microsoft 365 takes.'),
      ...typeProblem,
      '422': problemAnswer('The key was used for something else.'),
      '503': problemAnswer('Microsoft’s sign-in is busy; nothing was stored.', retryHeader),
    },
  };
}
