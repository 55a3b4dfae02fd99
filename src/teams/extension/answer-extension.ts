import type { InvokeResponse } from 'botbuilder';
import { dialogAnswer } from '../dialogs/dialog-answer.ts';
import { newDialogForm } from '../dialogs/dialog-form.ts';
import { emptyDraft } from '../forms/open-form.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { draftFromMessage } from './draft-from-message.ts';
import { extensionMessage } from './extension-answer.ts';
import { extensionChat } from './extension-commands.ts';
import { extensionSignIn } from './extension-sign-in.ts';
import { searchConversations, searchedText } from './search-conversations.ts';
import { submitExtension } from './submit-extension.ts';

/** `composeExtension/…`: the search, and the dialogs of the actions. */
export async function answerExtension(
  turn: Turn,
  invoke: { name: string; value: unknown },
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { name, value } = invoke;
  const { texts } = parts;
  // What was typed is stored before anybody is asked to sign in.
  if (name === 'composeExtension/submitAction')
    return dialogAnswer(await submitExtension(turn, value, parts));
  const signIn = await extensionSignIn(turn, invoke, parts);
  if (signIn.kind === 'answer') return signIn.answer;
  if (name === 'composeExtension/query') {
    if (signIn.kind === 'unavailable')
      return extensionMessage(`${signIn.text} ${texts.extension.searchAgain}`);
    return searchConversations(turn, { token: signIn.token, text: searchedText(value) }, parts);
  }
  const { messagePayload } = (value ?? {}) as { messagePayload?: unknown };
  const draft = messagePayload === undefined ? emptyDraft : draftFromMessage(messagePayload, texts);
  const form = { chatId: extensionChat, draft };
  // Without a token there are no groups to choose from; one can be typed, and the text waits for the sign-in.
  return dialogAnswer(
    await newDialogForm(turn, signIn.kind === 'unavailable' ? { ...form, notice: signIn.text } : form, parts),
  );
}
