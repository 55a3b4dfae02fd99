import type { KindOfActivity } from './kind-of-activity.ts';
import { bare } from './shape-kinds.ts';

const meeting = { id: 'MCMx', title: 'Weekly', meetingType: 'Scheduled', startTime: '2026-11-20T12:00:00Z' };

/** Events, and types that a bot should never receive. */
export const eventKinds: Record<string, KindOfActivity> = {
  ...Object.fromEntries(
    [
      'meetingStart',
      'meetingEnd',
      'meetingParticipantJoin',
      'meetingParticipantLeave',
      'meetingReactionAdded',
    ].map((name) => [
      `event: ${name}`,
      bare('event', { name: `application/vnd.microsoft.${name}`, value: meeting }),
    ]),
  ),
  'event: readReceipt': bare('event', {
    name: 'application/vnd.microsoft.readReceipt',
    value: { lastReadMessageId: '1' },
  }),
  'event: tokens/response': bare('event', { name: 'tokens/response', value: { token: 'x' } }),
  'event: without a name': bare('event'),
  ...Object.fromEntries(
    [
      ...[
        'endOfConversation',
        'handoff',
        'trace',
        'command',
        'commandResult',
        'invokeResponse',
        'contactRelationUpdate',
      ],
      ...['delay', 'suggestion', 'deleteUserData', 'aTypeOfTomorrow'],
    ].map((type) => [type, bare(type, { value: { deep: [1] } })]),
  ),
};
