import type { InvokeResponse } from 'botbuilder';
import { ChannelError } from '../channel/channel-error.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import { cardActionAnswer } from './card-action-answer.ts';
import { refuseInvoke } from './refuse-invoke.ts';

/**
 * The answer to an invoke that failed: a message that Teams did not take is said in the invoke's own answer; a defect of
 * ours is logged and said: in a dialog as its line, on a card with status 500 in the body, because the HTTP status of a card
 * action is 200.
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
  const inDialog = name.startsWith('task/') || name.startsWith('composeExtension/');
  if (name !== 'adaptiveCard/action' && !inDialog) throw error;
  log.error({ kind: name, error }, 'an invoke failed');
  const { says, next } = texts.error({ code: 'INTERNAL' });
  if (inDialog) return refuseInvoke(name, `${says} ${next}`);
  return cardActionAnswer(500, 'error', { code: '500', message: `${says} ${next}` });
}
