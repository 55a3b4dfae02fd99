import type { ChannelActivity } from '../channel/channel-activity.ts';
import { activityEnvelope } from './activity-envelope.ts';
import type { EnvelopeOptions, Speaker } from './activity-envelope.ts';

/**
 * A question to the bot that wants an answer in the HTTP response.
 *
 * @param options.name e.g. `adaptiveCard/action`.
 * @param options.replyToId the message whose card it comes from, if it comes from one.
 */
export function invokeActivity(
  speaker: Speaker,
  options: Omit<EnvelopeOptions, 'type'> & { name: string; value: unknown; replyToId?: string },
): ChannelActivity {
  const envelope = activityEnvelope(speaker, { ...options, type: 'invoke' });
  const { name, value, replyToId } = options;
  if (replyToId === undefined) return { ...envelope, name, value };
  return { ...envelope, channelData: fromCard(envelope, replyToId), name, replyToId, value };
}

/** Channel data of what a card sends: that it comes from a message, and that message's older id. */
export function fromCard(envelope: ChannelActivity, messageId: string): Record<string, unknown> {
  return {
    ...(envelope['channelData'] as Record<string, unknown>),
    source: { name: 'message' },
    legacy: { replyToId: `1:1${Buffer.from(messageId).toString('base64url')}` },
  };
}
