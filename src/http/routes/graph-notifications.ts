import type { Request, Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { GraphNotification } from '../../watches/receive-notifications.ts';
import { graphNotificationShape } from '../guard/graph-notification-shape.ts';
import { isPlainJson } from '../guard/is-plain-json.ts';
import { readBody } from '../guard/read-body.ts';
import { answer } from '../server/answer.ts';
import { queryOf } from '../server/query-of.ts';

/** Graph's tokens are a few hundred characters. */
const longestToken = 4_096;

/**
 * `POST /api/graph-notifications`: where Microsoft Graph calls back, for changes and for lifecycle events. A call with a
 * `validationToken` is answered with that token as plain text (within 10 s, or there is no subscription); any other with
 * 202 before anything is done with it (slower than 3 s counts as slow): learn.microsoft.com/graph
 * change-notifications-delivery-webhooks. Who does not know a subscription's secret is answered the same.
 *
 * @param options.notified takes what came; neither waits nor throws
 */
export function mountGraphNotifications(
  server: Server,
  options: { notified: (notifications: readonly GraphNotification[]) => void; bodyBytes: number },
): void {
  async function read(request: Request): Promise<GraphNotification[]> {
    if (!isPlainJson(request.headers)) throw new CodedError('NOTIFICATION_MALFORMED');
    return graphNotificationShape(await readBody(request, options.bodyBytes));
  }

  server.post('/api/graph-notifications', async (request, response) => {
    const token = queryOf(request).get('validationToken');
    if (token !== null) {
      request.resume();
      if (token.length > longestToken) throw new CodedError('NOTIFICATION_MALFORMED');
      return answer(response, {
        status: 200,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        body: token,
      });
    }
    let notifications: GraphNotification[];
    try {
      notifications = await read(request);
    } catch (error) {
      // Nobody is left to answer, and nothing of ours failed.
      if (request.destroyed && !request.complete) return response.destroy();
      throw error;
    }
    answer(response, { status: 202 });
    options.notified(notifications);
  });
}
