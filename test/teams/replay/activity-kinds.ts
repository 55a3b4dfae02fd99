import { eventKinds } from './event-kinds.ts';
import { invokeKinds } from './invoke-kinds.ts';
import type { KindOfActivity } from './kind-of-activity.ts';
import { membershipKinds } from './membership-kinds.ts';
import { messageKinds } from './message-kinds.ts';
import { on } from './shape-kinds.ts';

const others = ['outlook', 'm365extensions'];
const offered = [
  'composeExtension/query',
  'composeExtension/query: just opened',
  'composeExtension/query: of somebody who is not signed in',
  'composeExtension/fetchTask: while composing',
  'composeExtension/submitAction',
  'no/such',
];
const channels: Record<string, KindOfActivity> = {
  ...Object.fromEntries(
    others.flatMap((channelId) =>
      offered.map((name) => [`${channelId}: ${name}`, on(channelId, invokeKinds[name]!)]),
    ),
  ),
  ...Object.fromEntries(
    ['directline', 'emulator', 'slack', 'Msteams'].map((channelId) => [
      `channel ${channelId}`,
      on(channelId, messageKinds['message: in the personal chat']!, 'refused: 400'),
    ]),
  ),
};
for (const name of Object.keys(channels)) if (name.startsWith('channel ')) delete channels[name]!.says;

/** Every kind of activity that a Teams bot with these surfaces receives, and those that it should never receive. */
export const activityKinds: Readonly<Record<string, KindOfActivity>> = {
  ...messageKinds,
  ...membershipKinds,
  ...eventKinds,
  ...invokeKinds,
  ...channels,
};
