import { personKey, type Person } from '../conversations/person.ts';
import { itemOfWatch } from './notice-item.ts';
import type { Lack, Watch } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';
import type { WatchedGroup } from './watched-group.ts';

/** Ends a person's watches of a group that they may not read any more; they are told once. */
export async function endForLostAccess(
  person: Person,
  watches: readonly Watch[],
  { store, log, clock }: Pick<WatchParts, 'store' | 'log' | 'clock'>,
): Promise<void> {
  const own = watches.filter(({ watcher }) => isSame(watcher, person));
  log.info(
    { tenant: person.tenantId, person: person.objectId, count: own.length },
    'a watcher may not read a group any more',
  );
  const episode = clock.now().toISOString();
  await store.end(
    own,
    own.map((watch) => itemOfWatch('access-lost', watch, episode)),
  );
}

/**
 * Ends watches into a chat that others read where that is switched off (`SHARED_WATCHES`); each watcher is told once, in
 * their own chat.
 *
 * @returns the watches that are left
 */
export async function endWhereShared(
  watches: readonly Watch[],
  { store, log, clock, sharedWatches }: Pick<WatchParts, 'store' | 'log' | 'clock' | 'sharedWatches'>,
): Promise<readonly Watch[]> {
  const shared = sharedWatches ? [] : watches.filter(({ place }) => place.chatType !== 'personal');
  if (shared.length === 0) return watches;
  log.info({ count: shared.length }, 'watches into a chat that others read have ended');
  const episode = clock.now().toISOString();
  await store.end(
    shared,
    shared.map((watch) => itemOfWatch('not-shown-here', watch, episode)),
  );
  return watches.filter((watch) => !shared.includes(watch));
}

/** Pauses all that a person watches until they have signed in; they are asked once. */
export async function pauseForSignIn(
  person: Person,
  { store, log, clock }: Pick<WatchParts, 'store' | 'log' | 'clock'>,
): Promise<void> {
  const running = (await store.ofPerson(person)).filter(({ state }) => state === 'on');
  const [first] = running.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined) return;
  log.info({ tenant: person.tenantId, person: person.objectId }, 'watching waits for a sign-in');
  await store.pause(running, 'sign-in', [itemOfWatch('sign-in', first, clock.now().toISOString())]);
}

/** Tells a person once that a permission is missing for what they watch. Nothing ends: it is tried again now and then. */
export async function tellLack(
  person: Person,
  what: Lack,
  { store, log, clock }: Pick<WatchParts, 'store' | 'log' | 'clock'>,
): Promise<void> {
  const running = (await store.ofPerson(person)).filter(({ state }) => state === 'on');
  const [first] = running.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined || running.every(({ lacks }) => lacks === what)) return;
  log.warn({ tenant: person.tenantId, person: person.objectId, kind: what }, 'a permission is missing');
  const word = what === 'reading' ? 'reading-lacks' : 'notifications-lack';
  await store.lack(person, what, itemOfWatch(word, first, clock.now().toISOString()));
}

/** Tells each watcher of a group once that it is too large to be read. Nothing ends: it is tried again now and then. */
export async function tellTooLarge(
  { key, tenantId }: WatchedGroup,
  { store, log, clock }: Pick<WatchParts, 'store' | 'log' | 'clock'>,
): Promise<void> {
  const episode = clock.now().toISOString();
  await store.tooLarge(key, (untold) => {
    const first = new Map<string, Watch>();
    for (const watch of untold.toSorted((one, other) => rank(one) - rank(other))) {
      const person = personKey(watch.watcher);
      if (!first.has(person)) first.set(person, watch);
    }
    log.warn({ tenant: tenantId, count: first.size }, 'a group is too large to be read');
    return [...first.values()].map((watch) => itemOfWatch('too-large', watch, episode));
  });
}

/** Somebody is asked in their own chat rather than in front of others. */
function rank({ place }: Watch): number {
  return place.chatType === 'personal' ? 0 : 1;
}

function isSame(one: Person, other: Person): boolean {
  return one.tenantId === other.tenantId && one.objectId === other.objectId;
}
