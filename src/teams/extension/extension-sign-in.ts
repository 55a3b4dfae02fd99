import type { InvokeResponse } from 'botbuilder';
import { acceptSignIn } from '../signin/accept-sign-in.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { extensionAnswer } from './extension-answer.ts';

/** A token to go on with, an answer that asks to sign in, or why neither helps at the moment. */
export type ExtensionSignIn =
  | { kind: 'token'; token: string }
  | { kind: 'answer'; answer: InvokeResponse }
  | { kind: 'unavailable'; text: string };

/**
 * Signs in for a message extension: first silently (`silentAuth`, after which the client sends the same invoke with
 * `value.authentication`), then by the button (Teams platform, "Enable SSO for message extensions").
 *
 * A consent that is missing is HTTP 412 for a query, after which the client shows the button of before; elsewhere, and
 * after a pop-up that was not enough, the button is asked for with `auth`.
 */
export async function extensionSignIn(
  turn: Turn,
  invoke: { name: string; value: unknown },
  parts: TeamsParts,
): Promise<ExtensionSignIn> {
  const brought = await acceptSignIn(turn, invoke.value, parts, { named: false });
  if (brought.kind === 'wait') return { kind: 'unavailable', text: parts.texts.error(brought.error).says };
  const answer = await parts.tokens.graphToken(turn.author);
  if (answer.kind === 'token') return answer;
  if (answer.kind === 'wait') return { kind: 'unavailable', text: parts.texts.error(answer.error).says };
  if (brought.kind === 'refused' && invoke.name === 'composeExtension/query')
    return { kind: 'answer', answer: { status: 412 } };
  const type = brought.kind === 'none' ? 'silentAuth' : 'auth';
  return { kind: 'answer', answer: await askInExtension(turn, type, parts) };
}

/** Asks the client to sign its person in and to send the same again. */
export async function askInExtension(
  { author, place }: Turn,
  type: 'silentAuth' | 'auth',
  { signIn, texts }: TeamsParts,
): Promise<InvokeResponse> {
  const { link } = await signIn.offer(author, place.chatId, texts.language);
  const actions = [{ type: 'openUrl', title: texts.signIn.button, value: link }];
  return extensionAnswer({ type, suggestedActions: { actions } });
}
