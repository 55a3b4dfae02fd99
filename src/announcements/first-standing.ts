import type { Announcement, AnnouncementState, Sender } from './announcement.ts';
import type { Audience } from './audience.ts';

export interface FirstStanding {
  readonly state: AnnouncementState;
  readonly reason?: Announcement['reason'];
  /** Who is to be told, as far as it is known. */
  readonly receivers: readonly string[];
}

/** Where a new announcement begins. An app alone has no token that could read a group's members. */
export function firstStanding(sender: Sender, audience: Audience): FirstStanding {
  switch (audience.kind) {
    case 'people':
      return { state: 'sending', receivers: [...new Set(audience.objectIds)] };
    case 'chat':
      return { state: 'sending', receivers: [audience.chatId] };
    case 'members': {
      if (sender.kind === 'person') return { state: 'gathering', receivers: [] };
      const reason = { code: 'MEMBERS_NOT_READABLE', details: { group: audience.group.name } } as const;
      return { state: 'failed', reason, receivers: [] };
    }
  }
}
