import type { ChatAttachment } from '../channel/chat-message.ts';
import type { ChannelActivity } from '../channel/channel-activity.ts';
import { activityEnvelope } from './activity-envelope.ts';
import type { EnvelopeOptions, Speaker } from './activity-envelope.ts';
import { htmlCopy } from './html-copy.ts';

/**
 * A typed message as Teams hands it to a bot: plain text, and an HTML copy as an attachment.
 *
 * A mention stands in front as `<at>Name</at>` with a no-break space entity, is listed in the entities, and Teams
 * ends such a text with a blank and a line break (Teams platform, channel-and-group-conversations).
 */
export function messageActivity(
  speaker: Speaker,
  options: Omit<EnvelopeOptions, 'type'> & {
    text: string;
    mention: boolean;
    /** The text as it was formatted. */
    html?: string | undefined;
    attachments?: readonly ChatAttachment[];
  },
): ChannelActivity {
  const envelope = activityEnvelope(speaker, { ...options, type: 'message' });
  const { name } = speaker.tenant.app;
  const html = htmlCopy(options.text, options.mention ? name : undefined, options.html);
  const message = {
    textFormat: 'plain',
    attachments: [...(options.attachments ?? []), { contentType: 'text/html', content: html }],
  };
  if (!options.mention) return { ...envelope, text: options.text, ...message };
  const mention = { mentioned: { id: speaker.botId, name }, text: `<at>${name}</at>`, type: 'mention' };
  return {
    ...envelope,
    entities: [mention, ...(envelope['entities'] as unknown[])],
    text: `<at>${name}</at>&nbsp;${options.text} \n`,
    ...message,
  };
}
