import { createHash } from 'node:crypto';

/**
 * What makes two deliveries the same request. Teams delivers a message again, with the same activity id, when a turn was
 * answered late; a form is pressed twice, or on two clients at once.
 */
export const sourceKey = {
  /** A typed command: one per message in a chat of a tenant. */
  command: (activity: { tenantId: string; chatId: string; activityId: string }): string =>
    ['command', activity.tenantId, activity.chatId, activity.activityId].join('|'),
  /** A form card: the form's id, made by the server. */
  form: (formId: string): string => `form|${formId}`,
  /** Another system's call: one per `Idempotency-Key` that an app uses for a person. Only a hash of the key is kept. */
  api: (call: { tenantId: string; client: string; objectId: string; key: string }): string =>
    ['api', call.tenantId, call.client, call.objectId, sha256(call.key)].join('|'),
  /** Another system's call for a notice: one per `Idempotency-Key` of an app for a person, or alone (no object id). */
  notice: (call: { tenantId: string; client: string; objectId?: string; key: string }): string =>
    ['api-notice', call.tenantId, call.client, call.objectId ?? '', sha256(call.key)].join('|'),
  /** *Start another anyway* on the card that asked: one for each such card. */
  again: (requestId: string, cardId: string): string => `again|${requestId}|${cardId}`,
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
