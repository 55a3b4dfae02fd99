import { createHash } from 'node:crypto';
import { backoff } from '../conversations/backoff.ts';
import { checkAccess } from './check-access.ts';
import { matchesTarget } from './match-watch.ts';
import type { Notice, NoticeContent, NoticeConversation } from './notice.ts';
import type { PendingItem } from './notice-item.ts';
import { defaultNoticeSettings } from './notice-settings.ts';
import { planDelivery, type Delivery } from './plan-delivery.ts';
import { conversationKey, type PlaceWork } from './ports/watch-store.ts';
import { showNotice } from './show-notice.ts';
import { endWhereShared } from './stop-showing.ts';
import { groupKey, type Watch } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';

type PostItem = PendingItem & { kind: 'post' };
type WordItem = Exclude<PendingItem, PostItem>;

/** Notices of one chat in one go; more are left for the next, so that all of them end within the hold. */
const most = 4;

/** Shows in one chat what is to be shown there now, and gives it back. */
export async function deliverNotices(work: PlaceWork, parts: WatchParts): Promise<void> {
  const { store, holder, log, random } = parts;
  let failures = work.failures + 1;
  let dueInMs: number | undefined = backoff(work.failures, random);
  try {
    if (work.unfinished.length > 0) {
      log.warn({ count: work.unfinished.length }, 'notices may have been shown by an instance that died');
      await store.finishItems(work.unfinished, 'unconfirmed');
    }
    const told = await tellWords(work, parts);
    const shown = await showPosts(work, told, parts);
    const more = work.more && shown.sent > 0 ? 0 : undefined;
    dueInMs = soonest(more, soonest(told.dueInMs, shown.dueInMs));
    failures = told.retry || shown.retry ? failures : 0;
  } catch (error) {
    log.error({ error }, 'notices could not be shown');
  } finally {
    await store.settlePlace({ ...work, failures }, dueInMs, holder);
  }
}

/** What came of some of a chat's notices: when the rest is due, how many went out, whether one has to be shown again. */
interface Shown {
  dueInMs?: number;
  sent: number;
  retry: boolean;
}

/** Lost access, and the wish for a sign-in. */
async function tellWords(work: PlaceWork, parts: WatchParts): Promise<Shown> {
  const { store } = parts;
  const shown: Shown = { sent: 0, retry: false };
  for (const item of work.items.filter((each): each is WordItem => each.kind !== 'post')) {
    if (shown.sent >= most) return { ...shown, dueInMs: 0 };
    const watch = await store.find(item.watchId);
    if (watch === undefined || isPast(item, watch)) {
      await store.finishItems([item.key], 'dropped');
      continue;
    }
    const { kind, target } = item;
    const notice: Notice = { ...placed(watch, [item.key]), kind, target };
    const answer = await showNotice(notice, { work, keys: [item.key] }, parts);
    if (answer.retryInMs !== undefined) return { ...shown, dueInMs: answer.retryInMs, retry: true };
    shown.sent += 1;
  }
  return shown;
}

/** What it says is not so any more. */
function isPast({ kind }: WordItem, { pausedFor, lacks, tooLarge }: Watch): boolean {
  switch (kind) {
    case 'access-lost':
    case 'not-shown-here':
      return false;
    case 'sign-in':
      return pausedFor !== 'sign-in';
    case 'reading-lacks':
      return lacks !== 'reading';
    case 'notifications-lack':
      return lacks !== 'notifications';
    case 'too-large':
      return tooLarge !== true;
  }
}

async function showPosts(work: PlaceWork, before: Shown, parts: WatchParts): Promise<Shown> {
  const { store } = parts;
  const watches = await endWhereShared(await store.atPlace(work.placeKey), parts);
  const posts = work.items.filter((item): item is PostItem => item.kind === 'post');
  const wanted = posts.filter((item) => watchesOf(item, watches).length > 0);
  const unwanted = posts.filter((item) => !wanted.includes(item));
  if (unwanted.length > 0)
    await store.finishItems(
      unwanted.map(({ key }) => key),
      'dropped',
    );
  const plan = await planOf(wanted, watches, work, parts);
  const { now } = work;
  const shown: Shown = {
    sent: before.sent,
    retry: false,
    ...(plan.next !== undefined && { dueInMs: plan.next.getTime() - now.getTime() }),
  };
  const byKey = new Map(wanted.map((item) => [item.key, item]));
  for (const group of plan.notices) {
    if (shown.sent >= most) return { ...shown, dueInMs: 0 };
    const answer = await showTogether(
      group.map(({ keys }) => keys.flatMap((key) => byKey.get(key) ?? [])),
      { work, watches },
      parts,
    );
    if (answer.sent) shown.sent += 1;
    if (answer.retryInMs !== undefined) {
      const dueInMs = soonest(shown.dueInMs, answer.retryInMs);
      Object.assign(shown, { dueInMs, retry: true });
      // A chat that refuses one message for now refuses the next one too.
      if (answer.sent) return shown;
    }
  }
  return shown;
}

async function planOf(
  items: readonly PostItem[],
  watches: readonly Watch[],
  work: PlaceWork,
  { store }: WatchParts,
): Promise<Delivery> {
  const [first] = watches;
  // Until its watchers have signed in nothing is shown, and signing in makes the chat due.
  const showable = items.filter((item) => watchesOf(item, watches).some(({ state }) => state === 'on'));
  if (first === undefined || showable.length === 0) return { notices: [] };
  const settings =
    first.place.chatType === 'personal'
      ? ((await store.settings(first.watcher)) ?? {
          ...defaultNoticeSettings,
          timeZone: first.place.timeZone ?? defaultNoticeSettings.timeZone,
        })
      : undefined;
  const waiting = showable.map((item) => ({
    key: item.key,
    conversation: conversationKey(item.groupKey, item.post),
    createdAt: item.createdAt,
  }));
  return planDelivery(waiting, {
    now: work.now,
    lastShown: work.lastShown,
    ...(settings !== undefined && { settings }),
  });
}

/** One notice of one or several conversations, as far as somebody's access to each allows it. */
async function showTogether(
  conversations: readonly PostItem[][],
  { work, watches }: { work: PlaceWork; watches: readonly Watch[] },
  parts: WatchParts,
): Promise<{ sent: boolean; retryInMs?: number }> {
  const allowed: { items: PostItem[]; watch: Watch; conversation: NoticeConversation }[] = [];
  let retryInMs: number | undefined;
  for (const items of conversations) {
    const [newest] = items.toReversed();
    if (newest === undefined) continue;
    const candidates = watchesOf(newest, watches).filter(({ state }) => state === 'on');
    const access = await firstWithAccess(candidates, parts);
    if (typeof access === 'number') retryInMs = soonest(retryInMs, access);
    else
      allowed.push({ items, watch: access, conversation: conversationOf(items, newest, candidates, access) });
  }
  const [first] = allowed;
  if (first === undefined) return { sent: false, ...(retryInMs !== undefined && { retryInMs }) };
  const keys = allowed.flatMap(({ items }) => items.map(({ key }) => key));
  const content: NoticeContent =
    allowed.length === 1
      ? { kind: 'posts', conversation: first.conversation }
      : { kind: 'summary', conversations: newestFirst(allowed.map(({ conversation }) => conversation)) };
  const answer = await showNotice({ ...placed(first.watch, keys), ...content }, { work, keys }, parts);
  return { sent: true, ...(retryInMs !== undefined && { retryInMs }), ...answer };
}

/** A card has no room for all of a long list. */
function newestFirst(conversations: readonly NoticeConversation[]): NoticeConversation[] {
  const newest = ({ posts }: NoticeConversation): number => posts.at(-1)?.receivedAt.getTime() ?? 0;
  return conversations.toSorted((one, other) => newest(other) - newest(one));
}

/** @returns the first watch that may be shown something, else after how many milliseconds it is to be asked again */
async function firstWithAccess(candidates: readonly Watch[], parts: WatchParts): Promise<Watch | number> {
  let later: number | undefined;
  for (const watch of candidates) {
    const access = await checkAccess(watch, parts);
    // Graph may have taken seconds, in which it was stopped.
    if (access.kind === 'yes' && (await parts.store.find(watch.id))?.state === 'on') return watch;
    if (access.kind === 'later') later = soonest(later, access.inMs);
  }
  // Ended or paused meanwhile: what is left to do with its items is found when the chat is due again.
  return later ?? 0;
}

function conversationOf(
  items: readonly PostItem[],
  { post: newest }: PostItem,
  candidates: readonly Watch[],
  { target }: Watch,
): NoticeConversation {
  const { conversationId, threadId, topic } = newest;
  return {
    group: target.group,
    ...(conversationId !== undefined && { conversationId }),
    threadId,
    topic,
    posts: items
      .map(({ post }) => post)
      .toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime()),
    watchIds: candidates.map(({ id }) => id),
  };
}

function watchesOf({ groupKey: group, post }: PostItem, watches: readonly Watch[]): Watch[] {
  return watches.filter(
    (watch) =>
      groupKey(watch.watcher, watch.target.group.id) === group &&
      matchesTarget(watch, post) &&
      // One that was stopped and begun again shows nothing from before.
      post.receivedAt >= watch.since,
  );
}

function placed({ place, watcher }: Watch, keys: readonly string[]) {
  const { tenantId, objectId } = watcher;
  const id = createHash('sha256').update(JSON.stringify(keys.toSorted())).digest('hex').slice(0, 32);
  return { id, place, watcher: { tenantId, objectId } };
}

function soonest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
