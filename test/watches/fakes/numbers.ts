import type { MailPost } from '../../../src/watches/mail-post.ts';
import type { Watch } from '../../../src/watches/watch.ts';
import { watchId } from '../../../src/watches/watch.ts';

export const start = Date.UTC(2026, 10, 20, 12);
export const at = (ms: number): Date => new Date(start + ms);

export const ada = {
  tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
  objectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  name: 'Ada Vance',
};
export const ben = { ...ada, objectId: 'bbbbbbbb-0000-4000-8000-00000000000b', name: 'Ben Ray' };
export const group = {
  id: 'dddddddd-0000-4000-8000-000000000001',
  name: 'Finance',
  mail: 'finance@contoso.com',
};

export function sampleWatch(changes: Partial<Watch> = {}): Watch {
  const watch = {
    watcher: ada,
    target: { group },
    place: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenantId: ada.tenantId,
      chatId: `a:${changes.watcher?.name ?? ada.name}`,
      chatType: 'personal',
      botId: '28:bot',
    } as const,
    addresses: [`${(changes.watcher ?? ada).name.split(' ')[0]!.toLowerCase()}@contoso.com`],
    state: 'on' as const,
    since: at(0),
    accessAt: at(0),
    ...changes,
  };
  return { id: watchId(watch), ...watch };
}

export function samplePost(changes: Partial<MailPost> = {}): MailPost {
  return {
    postId: 'p1',
    threadId: 't1',
    conversationId: 'c1',
    topic: 'Budget',
    receivedAt: at(1_000),
    from: { name: 'Chika Okoro', address: 'chika@contoso.com' },
    preview: 'Hello',
    ...changes,
  };
}
