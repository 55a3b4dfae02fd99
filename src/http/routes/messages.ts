import type { Request, Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { guardActivity } from '../guard/guard-activity.ts';
import type { GuardedActivity } from '../guard/guarded-activity.ts';
import { hasExpiringToken } from '../guard/has-expiring-token.ts';
import { isPlainJson } from '../guard/is-plain-json.ts';
import { readBody } from '../guard/read-body.ts';
import { answer } from '../server/answer.ts';
import { answerProblem } from '../server/answer-problem.ts';

/** Authenticates the caller and runs the activity's turn; 401 without a body when the token is not the channel's. */
export type Receive = (
  authorization: string | undefined,
  activity: GuardedActivity,
) => Promise<{ status: number; body?: unknown }>;

/**
 * `POST /api/messages`: where the channel delivers activities. What cannot be one is answered here with fixed bodies:
 * 401 without a bearer token that ends, 413 above `bodyBytes`, 400 for every other flaw; the rest is `receive`'s.
 */
export function mountMessages(
  server: Server,
  options: { receive: Receive; isServiceUrlAllowed: (serviceUrl: string) => boolean; bodyBytes: number },
): void {
  async function read(request: Request): Promise<GuardedActivity> {
    if (!hasExpiringToken(request.headers.authorization)) throw new CodedError('NOT_AUTHENTICATED');
    if (!isPlainJson(request.headers)) throw new CodedError('ACTIVITY_MALFORMED');
    return guardActivity(await readBody(request, options.bodyBytes), options.isServiceUrlAllowed);
  }

  server.post('/api/messages', async (request, response) => {
    let activity: GuardedActivity;
    try {
      activity = await read(request);
    } catch (error) {
      // Nobody is left to answer, and nothing of ours failed.
      if (request.destroyed && !request.complete) return response.destroy();
      throw error;
    }
    const turn = await options.receive(request.headers.authorization, activity).catch((error: unknown) => {
      // Whatever it is, the channel is told nothing of it.
      throw new CodedError('INTERNAL', {}, { cause: error });
    });
    if (turn.status === 401 && turn.body === undefined) {
      return answerProblem(response, new CodedError('NOT_AUTHENTICATED'));
    }
    if (turn.body === undefined) return answer(response, { status: turn.status });
    return answer(response, {
      status: turn.status,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(turn.body),
    });
  });
}
