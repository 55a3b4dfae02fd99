import type { InvokeResponse } from 'botbuilder';
import type { Choice } from '../cards/adaptive-card.ts';

/** An answer to `application/search`. */
export function searchAnswer(results: readonly Choice[]): InvokeResponse {
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results },
    },
  };
}
