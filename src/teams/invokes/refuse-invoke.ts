import type { InvokeResponse } from 'botbuilder';
import { cardActionAnswer } from './card-action-answer.ts';
import { searchAnswer } from './search-answer.ts';

/**
 * An answer that does nothing but say why, in the shape that the invoke's client shows: HTTP 403 is left for those that
 * show none.
 */
export function refuseInvoke(name: string, says: string): InvokeResponse {
  switch (name) {
    case 'adaptiveCard/action':
      return cardActionAnswer(400, 'error', { code: '400', message: says });
    case 'application/search':
      return searchAnswer([]);
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return { status: 200, body: { task: { type: 'message', value: says } } };
    case 'composeExtension/query':
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
      return { status: 200, body: { composeExtension: { type: 'message', text: says } } };
    default:
      return { status: 403 };
  }
}
