import type { ChatMessage } from '../channel/chat-message.ts';
import type { Delivery } from '../channel/deliver.ts';
import type { UploadInfo } from '../channel/uploads.ts';
import type { ClientContext } from './client-context.ts';
import { readFileConsent } from './file-cards.ts';
import { invokeActivity } from './invoke-activity.ts';

export interface ConsentAnswer extends Delivery {
  /** Where the bot may put the file; undefined when it was declined. */
  upload: UploadInfo | undefined;
}

/**
 * *Allow* or *Decline* under a file consent card: an invoke, with an upload session when it is allowed. The card cannot be
 * answered again, unless the bot did not take the answer.
 */
export async function answerFileConsent(
  context: ClientContext,
  message: ChatMessage,
  action: 'accept' | 'decline',
): Promise<ConsentAnswer> {
  const consent = readFileConsent(message);
  if (consent === undefined) throw new Error('This message asks for no file.');
  if (context.chatOf(message).kind !== 'personal') throw new Error('Bots have files in personal chats only.');
  const upload = action === 'accept' ? context.channel.uploads.open(consent.name) : undefined;
  context.views.change(message, { consent: action, footer: undefined });
  const activity = invokeActivity(context.speaker(), {
    id: context.nextId(),
    chat: context.chatOf(message),
    rootId: undefined,
    at: context.now(),
    name: 'fileConsent/invoke',
    replyToId: message.id,
    value: {
      type: 'fileUpload',
      action,
      context: action === 'accept' ? consent.acceptContext : consent.declineContext,
      ...(upload !== undefined && { uploadInfo: upload }),
    },
  });
  const delivery = await context.channel.deliver(activity);
  if (delivery.status >= 300) {
    const text = `Unable to reach app (HTTP ${delivery.status}). Please try again.`;
    context.views.change(message, { consent: undefined, footer: { kind: 'error', text } });
  }
  return { ...delivery, upload };
}
