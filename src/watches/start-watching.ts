import { CodedError } from '../conversations/errors/coded-error.ts';
import { findConversation } from '../conversations/find-conversation.ts';
import { findGroup } from '../conversations/find-group.ts';
import type { Author } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import { asWatcher } from './as-watcher.ts';
import { watchId, type Watch, type WatchTarget } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';

/** What a person typed or chose. */
export interface WatchWish {
  readonly watcher: Author;
  readonly place: ReceiptPlace;
  /** Name, mail address or id. */
  readonly group: string;
  /** Topic or id; without it the whole group. */
  readonly conversation?: string;
  /** The person was told who will read the group's mail in this chat, and wants it. */
  readonly confirmed?: boolean;
}

export type WatchAnswer =
  /** `how`: whether Graph calls, or will as soon as the subscription is made; else the group is only polled. */
  | { kind: 'watching'; watch: Watch; first: boolean; how: 'notifications' | 'polling' }
  /** Everybody in that chat would read the group's mail: to be confirmed once, with the group named. */
  | { kind: 'confirm'; target: WatchTarget }
  | { kind: 'sign-in'; error: CodedError }
  | { kind: 'failed'; error: CodedError };

/** More than a person can follow, and far less than what would hurt. */
const most = 200;

/** Begins a watch, from now on. */
export async function startWatching(wish: WatchWish, parts: WatchParts): Promise<WatchAnswer> {
  const { watcher, place, confirmed = false } = wish;
  const shared = place.chatType !== 'personal';
  if (shared && !parts.sharedWatches)
    return { kind: 'failed', error: new CodedError('WATCH_NOT_ALLOWED_HERE') };
  const found = await asWatcher(watcher, (token) => lookUp(wish, token, parts), parts);
  if (found.kind === 'sign-in') return found;
  if (found.kind !== 'done') return { kind: 'failed', error: named(found.error, wish) };
  const { target, addresses } = found.answer;
  const id = watchId({ watcher, place, target });
  const running = await parts.store.ofPerson(watcher);
  const known = running.some((watch) => watch.id === id);
  if (shared && !confirmed && !known) return { kind: 'confirm', target };
  if (!known && running.length >= most) {
    return { kind: 'failed', error: new CodedError('TOO_MANY_WATCHES', { limit: String(most) }) };
  }
  const now = parts.clock.now();
  const watch: Watch = {
    ...{ id, watcher, target, place, addresses },
    state: 'on',
    since: wholeSecond(parts.mail.serverTime() ?? now),
    accessAt: now,
  };
  const added = await parts.store.add(watch, { clientState: parts.ids.secret(), revive: true });
  return { kind: 'watching', ...added, how: await howOf(watch, parts) };
}

async function lookUp(
  { group: typedGroup, conversation: typed }: WatchWish,
  token: string,
  { directory, mail }: WatchParts,
): Promise<{ target: WatchTarget; addresses: string[] }> {
  const { id, name, mail: address } = await findGroup(directory, token, typedGroup);
  const group = { id, name, mail: address };
  // Last, so that Graph's time is known by its answer.
  await mail.checkAccess(id, token);
  const addresses = await mail.addresses(token);
  if (typed === undefined) return { target: { group }, addresses };
  const { id: conversationId, topic } = await findConversation(directory, token, group, typed);
  return { target: { group, conversationId, topic }, addresses };
}

/** Graph dates posts by whole seconds: what comes right now is dated before now. */
function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1_000) * 1_000);
}

async function howOf(watch: Watch, { store }: WatchParts): Promise<'notifications' | 'polling'> {
  const { tenantId } = watch.watcher;
  const [subscription] = await store.subscriptionsOf([`${tenantId}|${watch.target.group.id}`]);
  return subscription?.state === 'refused' ? 'polling' : 'notifications';
}

function named(error: CodedError, { group }: WatchWish): CodedError {
  return new CodedError(
    error.code,
    { ...error.details, group: error.details['group'] ?? group },
    { cause: error },
  );
}
