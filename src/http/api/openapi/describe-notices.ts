import { z } from 'zod';
import { noticeOrders } from '../notices/notice-orders.ts';
import { noticeInput } from '../shapes/notice-input.ts';
import { receiversQuery } from '../shapes/receivers-query.ts';
import { waitQuery } from '../shapes/wait-query.ts';
import {
  commonProblems,
  idParameter,
  ifNoneMatch,
  keyParameter,
  locationHeader,
  notModified,
  okAnswer,
  problemAnswer,
  queryParameters,
  retryHeader,
  typeProblem,
  tagHeader,
} from './answers.ts';

/** A body that the route takes. */
export const noticeExample = {
  to: { group: 'Finance' },
  title: 'Budget 2027',
  text: 'The plan is out. Questions until Friday, please.',
  link: { title: 'Read it', url: 'https://intranet.contoso.com/budget-2027' },
  form: { group: 'Finance', topic: 'Questions about the budget' },
  receipt: 'chat',
};

const orderWords = {
  pause: 'Tell nobody more until it is resumed',
  resume: 'Go on with a notice that was paused',
  stop: 'Tell nobody more',
} as const;

// An order has neither body nor query.
const { '400': _, ...orderProblems } = commonProblems;

/** The routes of notices, as OpenAPI paths. */
export function describeNotices(): Record<string, object> {
  const { $schema: _, ...schema } = z.toJSONSchema(noticeInput, { io: 'input' });
  const body = { required: true, content: { 'application/json': { schema, example: noticeExample } } };
  return {
    '/notices': {
      post: {
        operationId: 'post-notices',
        summary: 'Tell people, a channel or a group’s members',
        parameters: [keyParameter],
        requestBody: body,
        responses: {
          '202': okAnswer(
            'Stored, and going on: see `state`. A repeat is answered with how far it is.',
            'Notice',
            {
              ...locationHeader,
              ...retryHeader,
            },
          ),
          ...commonProblems,
          '409': problemAnswer('Several groups or people fit.'),
          '413': problemAnswer('The body is larger than 256 KiB.'),
          ...typeProblem,
          '422': problemAnswer('The key was used for something else.'),
          '503': problemAnswer('Microsoft 365 cannot be asked now; nothing was stored.', retryHeader),
        },
      },
    },
    '/notices/{id}': {
      get: {
        operationId: 'get-notice',
        summary: 'Ask how far a notice is',
        parameters: [idParameter, ...queryParameters(waitQuery), ifNoneMatch],
        responses: {
          '200': okAnswer('The notice as it is now.', 'Notice', tagHeader),
          '304': notModified,
          ...commonProblems,
        },
      },
    },
    '/notices/{id}/receivers': {
      get: {
        operationId: 'get-receivers',
        summary: 'Read who was told and who was not, page by page',
        description: 'With `Accept: text/csv` as CSV. The header `Link` names the next page.',
        parameters: [idParameter, ...queryParameters(receiversQuery)],
        responses: {
          '200': {
            ...okAnswer('A page of receivers, by id.', 'Receivers'),
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Receivers' } },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          ...commonProblems,
        },
      },
    },
    ...Object.fromEntries(
      noticeOrders.map((order) => [
        `/notices/{id}/${order}`,
        {
          post: {
            operationId: `${order}-notice`,
            summary: orderWords[order],
            description:
              'An order that no longer fits changes nothing; ordered twice it is the same as once.',
            parameters: [idParameter],
            responses: { '200': okAnswer('The notice as it is now.', 'Notice'), ...orderProblems },
          },
        },
      ]),
    ),
  };
}
