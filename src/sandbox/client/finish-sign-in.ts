import type { ChatMessage } from '../channel/chat-message.ts';
import { signInInvoke } from './answer-sign-in-card.ts';
import type { AdaptiveCard } from './card-element.ts';
import type { ClientContext } from './client-context.ts';
import { pressAction } from './press-action.ts';
import type { PressResult } from './press-result.ts';

/**
 * Either the press that waited went on, or the OAuthCard was answered (`status` is what the bot's endpoint said), or
 * there was nothing to send.
 */
export type SignInFinish =
  { kind: 'pressed'; result: PressResult } | { kind: 'verified'; status: number } | { kind: 'left' };

/**
 * Goes on after the sign-in pop-up: a press that waited is sent again with the state; otherwise the bot is told by
 * `signin/verifyState` (Teams platform, "Add authentication to your Teams bot").
 *
 * @param state undefined where the pop-up could not hand one back: then a press that waited is pressed once more, and
 *   nothing is sent otherwise
 */
export async function finishSignIn(
  context: ClientContext,
  message: ChatMessage,
  cards: readonly AdaptiveCard[],
  state: string | undefined,
): Promise<SignInFinish> {
  const waiting = context.views.get(message)?.waiting;
  if (waiting !== undefined) {
    return {
      kind: 'pressed',
      result: await pressAction(context, message, cards, {
        ...waiting,
        ...(state !== undefined && { state }),
      }),
    };
  }
  if (state === undefined) return { kind: 'left' };
  const { status } = await context.channel.deliver(
    signInInvoke(context, message, 'signin/verifyState', { state }),
  );
  if (status === 200) context.views.change(message, { signIn: 'done' });
  return { kind: 'verified', status };
}
