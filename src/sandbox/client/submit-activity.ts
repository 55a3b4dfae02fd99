import type { ChannelActivity } from '../channel/channel-activity.ts';
import { activityEnvelope } from './activity-envelope.ts';
import type { EnvelopeOptions, Speaker } from './activity-envelope.ts';
import { fromCard } from './invoke-activity.ts';

/** What Action.Submit sends: a message without text, with the data and inputs of the card as its value. */
export function submitActivity(
  speaker: Speaker,
  options: Omit<EnvelopeOptions, 'type'> & { value: unknown; replyToId: string },
): ChannelActivity {
  const envelope = activityEnvelope(speaker, { ...options, type: 'message' });
  return {
    ...envelope,
    channelData: fromCard(envelope, options.replyToId),
    replyToId: options.replyToId,
    value: options.value,
  };
}
