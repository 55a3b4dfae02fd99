import type { InvokeResponse } from 'botbuilder';
import { ChannelError } from '../channel/channel-error.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import { cardActionAnswer } from './card-action-answer.ts';
import { refuseInvoke } from './refuse-invoke.ts';

/**
 * The answer to an invoke that failed: a message that Teams did not take is said in the invoke's own answer; a defect of
 * ours is logged and, on a card, said with status 500 in the body, because the HTTP status of a card action is 200.
 *
 * @throws the error itself when the invoke has no way to show it
 */
export function invokeFailure(
  name: string,
  error: unknown,
  { log, texts }: Pick<TeamsParts, 'log' | 'texts'>,
): InvokeResponse {
  if (error instanceof ChannelError) {
    log.warn({ kind: error.kind, error }, 'the answer to an invoke could not be put into the chat');
    return refuseInvoke(name, texts.notDelivered);
  }
  if (name !== 'adaptiveCard/action') throw error;
  log.error({ error }, 'a card action failed');
  const { says, next } = texts.error({ code: 'INTERNAL' });
  return cardActionAnswer(500, 'error', { code: '500', message: `${says} ${next}` });
}
