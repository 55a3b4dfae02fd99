import type { ChatMessage } from '../chat-message.ts';
import type { ConnectorContext } from './connector-context.ts';
import { refuse } from './connector-error.ts';
import { findChat } from './find-chat.ts';
import { readOutgoingActivity } from './outgoing-activity.ts';

/** Replaces a message of the bot's own; one that a single person sees only with `targeted`. @throws ConnectorError 400, 403, 404, 413. */
export function updateActivity(
  context: ConnectorContext,
  conversationId: string,
  activityId: string,
  body: unknown,
  { targeted = false }: { targeted?: boolean } = {},
): { id: string } {
  const message = findOwnMessage(context, conversationId, activityId, targeted);
  const { text, textFormat, attachments, summary, recipientId } = readOutgoingActivity(body);
  if (targeted && recipientId !== undefined)
    throw refuse(400, 'Bad Argument', 'The recipient of a targeted message cannot be changed.');
  context.messages.change(message, { text, textFormat, attachments, summary }, { edited: true });
  return { id: activityId };
}

/** Deletes a message of the bot's own: people see that it is gone. @throws ConnectorError 403, 404. */
export function deleteActivity(
  context: ConnectorContext,
  conversationId: string,
  activityId: string,
  { targeted = false }: { targeted?: boolean } = {},
): void {
  const message = findOwnMessage(context, conversationId, activityId, targeted);
  context.messages.change(message, { deleted: true, text: '', attachments: [] });
}

function findOwnMessage(
  context: ConnectorContext,
  conversationId: string,
  activityId: string,
  targeted: boolean,
): ChatMessage {
  const { chat } = findChat(context, conversationId);
  const message = context.messages.find(chat.id, activityId);
  if (message === undefined || message.deleted || targeted !== (message.onlyFor !== undefined)) {
    throw refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  }
  if (message.from.kind !== 'bot') {
    throw refuse(403, 'NotEnoughPermissions', 'A bot can change only what it has sent itself.');
  }
  return message;
}
