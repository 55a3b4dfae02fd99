import type { Person } from '../conversations/person.ts';
import type { MailPost } from './mail-post.ts';
import { isNews } from './match-watch.ts';
import { groupKey, placeKey, type Watch, type WatchTarget } from './watch.ts';

interface Item {
  /** Unique: an item with a key that is there already says the same. */
  readonly key: string;
  readonly chatId: string;
  readonly placeKey: string;
  readonly groupKey: string;
  /** Under whose name it is kept and sealed. */
  readonly person: Person;
}

/** What happened to a watch that its watcher is told. */
export type WatchWord =
  'access-lost' | 'not-shown-here' | 'sign-in' | 'reading-lacks' | 'notifications-lack' | 'too-large';

/** What concerns one watch; once is enough of the others for everything that a person watches. */
const ofOneWatch = new Set<WatchWord>(['access-lost', 'not-shown-here', 'too-large']);

/** Something to be told in a chat. */
export type NoticeItem =
  | (Item & { readonly kind: 'post'; readonly post: MailPost })
  | (Item & {
      readonly kind: WatchWord;
      readonly watchId: string;
      readonly target: WatchTarget;
    });

/** An item with when it was stored, by the database's clock. */
export type PendingItem = NoticeItem & { readonly createdAt: Date };

/** What new posts of a group are to which chats: one item for each chat in which a watch waits for it. */
export function itemsOfPosts(
  posts: readonly MailPost[],
  watches: readonly Watch[],
  authors: ReadonlyMap<string, string>,
): NoticeItem[] {
  const items = new Map<string, NoticeItem>();
  for (const post of posts) {
    for (const watch of watches) {
      if (!isNews(watch, post, authors.get(post.postId))) continue;
      const group = groupKey(watch.watcher, watch.target.group.id);
      const place = placeKey(watch.place);
      const key = JSON.stringify([place, 'post', group, post.postId]);
      const { tenantId, objectId } = watch.watcher;
      if (!items.has(key)) {
        const person = { tenantId, objectId };
        items.set(key, {
          kind: 'post',
          key,
          chatId: watch.place.chatId,
          placeKey: place,
          groupKey: group,
          person,
          post,
        });
      }
    }
  }
  return [...items.values()];
}

/** What a watcher is told when their watch stops showing anything. */
export function itemOfWatch(kind: WatchWord, watch: Watch, episode: string): NoticeItem {
  const { id, watcher, target, place } = watch;
  const where = placeKey(place);
  const about = ofOneWatch.has(kind) ? id : watcher.objectId;
  return {
    kind,
    key: JSON.stringify([where, kind, about, episode]),
    chatId: place.chatId,
    placeKey: where,
    groupKey: groupKey(watcher, target.group.id),
    person: { tenantId: watcher.tenantId, objectId: watcher.objectId },
    watchId: id,
    target,
  };
}
