import type { ChatMessage } from '../chat-message.ts';
import type { ConnectorContext } from './connector-context.ts';
import { refuse } from './connector-error.ts';
import { findChat } from './find-chat.ts';
import { readOutgoingActivity } from './outgoing-activity.ts';

/** Replaces a message of the bot's own. @throws ConnectorError 400, 403, 404, 413. */
export function updateActivity(
  context: ConnectorContext,
  conversationId: string,
  activityId: string,
  body: unknown,
): { id: string } {
  const message = findOwnMessage(context, conversationId, activityId);
  const { text, textFormat, attachments } = readOutgoingActivity(body);
  context.messages.change(message, { text, textFormat, attachments }, { edited: true });
  return { id: activityId };
}

/** Deletes a message of the bot's own: people see that it is gone. @throws ConnectorError 403, 404. */
export function deleteActivity(context: ConnectorContext, conversationId: string, activityId: string): void {
  const message = findOwnMessage(context, conversationId, activityId);
  context.messages.change(message, { deleted: true, text: '', attachments: [] });
}

function findOwnMessage(context: ConnectorContext, conversationId: string, activityId: string): ChatMessage {
  const { chat } = findChat(context, conversationId);
  const message = context.messages.find(chat.id, activityId);
  if (message === undefined || message.deleted) {
    throw refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  }
  if (message.from.kind !== 'bot') {
    throw refuse(403, 'NotEnoughPermissions', 'A bot can change only what it has sent itself.');
  }
  return message;
}
