import type { InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardAttachment } from '../cards/card-attachment.ts';

/**
 * What a dialog shows next: a card, or a last line (Teams platform, "Dialogs in bots", `taskModuleContinueResponse` and
 * `taskModuleMessageResponse`). `fetchTask` and `submitAction` of message extensions take the same.
 */
export type DialogAnswer =
  { kind: 'card'; title: string; card: AdaptiveCard } | { kind: 'message'; text: string };

/** The answer to `task/fetch`, `task/submit`, `composeExtension/fetchTask` and `composeExtension/submitAction`. */
export function dialogAnswer(answer: DialogAnswer): InvokeResponse {
  if (answer.kind === 'message')
    return { status: 200, body: { task: { type: 'message', value: answer.text } } };
  const { title, card } = answer;
  const value = { title, height: 'large', width: 'medium', card: cardAttachment(card) };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
