import type { Author } from '../conversations/person.ts';
import { asWatcher } from './as-watcher.ts';
import { endForLostAccess, pauseForSignIn, tellLack } from './stop-showing.ts';
import { groupKey, type Watch } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';

/** For so long it is remembered that somebody could read a group, in milliseconds. */
const remembered = 15 * 60_000;
/** How long until it is asked for again when it could not be found out, in milliseconds. */
const again = 30_000;

export type Access =
  | { readonly kind: 'yes' }
  /** The watch was paused or ended for it. */
  | { readonly kind: 'no' }
  /** It could not be found out; to be asked again after that time. */
  | { readonly kind: 'later'; readonly inMs: number };

/** Whether a watcher may read what their watch shows, asked of Graph with their own token unless it was lately. */
export async function checkAccess(watch: Watch, parts: WatchParts): Promise<Access> {
  const { store, mail, clock } = parts;
  const { watcher, target, accessAt } = watch;
  const now = clock.now();
  if (accessAt !== undefined && now.getTime() - accessAt.getTime() < remembered && accessAt <= now)
    return { kind: 'yes' };
  const key = groupKey(watcher, target.group.id);
  const checked = await asWatcher(watcher, (token) => mail.checkAccess(target.group.id, token), parts);
  switch (checked.kind) {
    case 'done':
      if (watch.lacks === 'reading') await store.retryLacking(personOf(watcher), 'reading');
      await store.accessConfirmed(personOf(watcher), key, now);
      return { kind: 'yes' };
    case 'lost':
      await endForLostAccess(watcher, await store.ofGroup(key), parts);
      return { kind: 'no' };
    case 'sign-in':
      await pauseForSignIn(watcher, parts);
      return { kind: 'no' };
    case 'wait':
      if (checked.error.code === 'READ_PERMISSION_MISSING')
        await tellLack(personOf(watcher), 'reading', parts);
      return { kind: 'later', inMs: Math.max(again, (checked.until?.getTime() ?? 0) - now.getTime()) };
  }
}

function personOf({ tenantId, objectId }: Author) {
  return { tenantId, objectId };
}
