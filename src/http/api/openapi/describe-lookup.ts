import { waitQuery } from '../shapes/wait-query.ts';
import {
  commonProblems,
  idParameter,
  ifNoneMatch,
  notModified,
  okAnswer,
  queryParameters,
  tagHeader,
} from './answers.ts';

/** `GET /requests/{id}` as an OpenAPI operation. */
export function describeLookup(): object {
  return {
    operationId: 'get-request',
    summary: 'Ask what became of a request',
    parameters: [idParameter, ...queryParameters(waitQuery), ifNoneMatch],
    responses: {
      '200': okAnswer('The request as it is now.', 'Request', tagHeader),
      '304': notModified,
      ...commonProblems,
    },
  };
}
