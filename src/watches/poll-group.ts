import { backoff } from '../conversations/backoff.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { personKey, type Author } from '../conversations/person.ts';
import { retryAt } from '../conversations/retry-at.ts';
import { takeSlot } from '../conversations/take-slot.ts';
import { asWatcher, type AsWatcher } from './as-watcher.ts';
import { itemsOfPosts } from './notice-item.ts';
import { nextPoll } from './next-poll.ts';
import { readGroup, type ReadGroup } from './read-group.ts';
import { endForLostAccess, pauseForSignIn, tellLack, tellTooLarge } from './stop-showing.ts';
import { overlap } from './threads-to-read.ts';
import { groupKey, type Watch } from './watch.ts';
import type { WatchedGroup } from './watched-group.ts';
import type { WatchParts } from './watch-parts.ts';

/** Longest time for one round, in milliseconds; well within a hold. */
const deadlineMs = 20_000;
/** News that are older than this are not looked for any more, e.g. after everybody was signed out for weeks. */
const oldest = 7 * 24 * 3_600_000;
/** Until somebody can read it again, which makes it due by itself. */
const withoutReader = 6 * 3_600_000;
/** How long until it is tried again what somebody else has to make possible: a permission, a group with fewer threads. */
const withoutHelp = 15 * 60_000;
/**
 * A mailbox is gone when it has answered 404, and nothing else, for so long: new ones, and those that are being moved, come
 * and go for a quarter of an hour.
 */
const untilGone = 15 * 60_000;
/** Nobody knows what it would have answered in a longer time than this in which nobody asked; backing off takes less. */
const unasked = 10 * 60_000;
/** How long until a place at the mailbox is asked for again. */
const forPlace = 2_000;

/** Reads a group once for all its watchers, with the token of one of them, and gives it back. */
export async function pollGroup(group: WatchedGroup, parts: WatchParts): Promise<void> {
  const { store, slots, holder, log } = parts;
  let settled: Settled | undefined;
  try {
    const slot = await takeSlot(group.groupId, 'read', parts);
    if (slot === undefined) settled = { ...group, dueInMs: forPlace };
    else {
      try {
        settled = await readAsSomebody(group, parts);
      } finally {
        await slots.free(slot);
      }
    }
  } catch (error) {
    log.error({ tenant: group.tenantId, error }, 'a group could not be read');
  } finally {
    const { dueInMs, ...state } = settled ?? failed(group, new CodedError('INTERNAL'), parts);
    await store.settleGroup(state, dueInMs, holder);
  }
}

type Settled = WatchedGroup & { dueInMs: number };

async function readAsSomebody(group: WatchedGroup, parts: WatchParts): Promise<Settled> {
  const { store, mail, clock } = parts;
  const watches = await store.ofGroup(group.key);
  // Whoever watched it was forgotten.
  if (watches.length === 0) await store.leave(group.key);
  const now = mail.serverTime() ?? clock.now();
  const position = new Date(Math.max(group.position.getTime(), now.getTime() - oldest));
  const from = new Date(position.getTime() - overlap);
  const seen = await store.seen(group.key, from);
  let last: Settled = { ...heard(group), dueInMs: withoutReader };
  const begun = clock.now().getTime();
  for (const reader of readersOf(watches, group.reader)) {
    // Where Entra gives nobody a token, each of them takes seconds to be told so.
    if (clock.now().getTime() - begun >= deadlineMs) return last;
    const startedAt = mail.serverTime() ?? clock.now();
    const tried = await asWatcher(
      reader,
      (token) => readGroup(mail.open(group.groupId, { token, deadlineMs }), { from, seen }),
      parts,
      lacksReading(reader, watches) ? { renew: 'if-possible' } : {},
    );
    const read = believe(tried, group, startedAt);
    switch (read.kind) {
      case 'done':
        if (watches.some(({ tooLarge }) => tooLarge)) await store.notTooLarge(group.key);
        if (lacksReading(reader, watches)) await store.retryLacking(reader, 'reading');
        return record(group, { ...read.answer, startedAt, reader }, parts);
      case 'lost':
        await endForLostAccess(reader, watches, parts);
        break;
      case 'sign-in':
        await pauseForSignIn(reader, parts);
        break;
      case 'wait':
        last = failed(group, read.error, parts, read.until);
        if (await needsHelp(read.error, { group, reader }, parts)) last = { ...last, dueInMs: withoutHelp };
        if (isSameForAll(read.error)) return last;
    }
  }
  return last;
}

async function record(
  group: WatchedGroup,
  read: ReadGroup & { startedAt: Date; reader: Author },
  parts: WatchParts,
): Promise<Settled> {
  const { store, holder, clock, pollInterval, random } = parts;
  const { posts, left, startedAt, reader } = read;
  const authors = posts.length === 0 ? new Map<string, string>() : await store.authorsOf(group, posts);
  await store.recordRead(
    group,
    {
      posts,
      readAt: startedAt,
      ...(left === undefined && startedAt > group.position && { position: startedAt }),
      itemsOf: (watches) => itemsOfPosts(posts, watches, authors),
    },
    holder,
  );
  await store.accessConfirmed(reader, groupKey(reader, group.groupId), clock.now());
  const known = { ...heard(group), reader: personKey(reader) };
  if (left !== undefined) return failed(known, left, parts, retryAt(left.details['retryAfterMs'], parts));
  const isNew = posts.length > 0;
  const pace = { quiet: isNew ? 0 : group.quiet + 1, echoes: isNew ? 0 : Math.max(0, group.echoes - 1) };
  const dueInMs = nextPoll({ ...pace, echoes: isNew ? 0 : group.echoes }, { interval: pollInterval, random });
  return { ...known, ...pace, failures: 0, dueInMs };
}

/** Tells people what only somebody else can change; answers whether it is so. */
async function needsHelp(
  { code }: CodedError,
  { group, reader }: { group: WatchedGroup; reader: Author },
  parts: WatchParts,
): Promise<boolean> {
  if (code === 'READ_PERMISSION_MISSING') await tellLack(reader, 'reading', parts);
  else if (code === 'LOOK_TOO_LARGE') await tellTooLarge(group, parts);
  else return false;
  return true;
}

/** What is away for long enough is gone. */
function believe<Answer>(read: AsWatcher<Answer>, group: WatchedGroup, now: Date): AsWatcher<Answer> {
  const isLong = now.getTime() - goneSince(group, now).getTime() >= untilGone;
  const gone = read.kind === 'wait' && isGone(read.error) && isLong;
  return gone ? { kind: 'lost', error: read.error } : read;
}

/** Since when it has answered 404, when it does so now. */
function goneSince({ gone }: WatchedGroup, now: Date): Date {
  return gone === undefined || now.getTime() - gone.at.getTime() > unasked ? now : gone.since;
}

/** Whatever else is heard of a mailbox, or nothing because nobody can ask: a 404 after it is the first one. */
function heard(group: WatchedGroup): WatchedGroup {
  const { gone: _, ...others } = group;
  return others;
}

/** The mailbox and Graph are the same for everybody; a token is not. */
function isSameForAll({ code }: Pick<CodedError, 'code'>): boolean {
  return code.startsWith('GRAPH_') || code === 'LOOK_TOO_LARGE' || isGone({ code });
}

function isGone({ code }: Pick<CodedError, 'code'>): boolean {
  return code === 'TARGET_GONE' || code === 'MAILBOX_UNAVAILABLE';
}

function lacksReading(reader: Author, watches: readonly Watch[]): boolean {
  const key = personKey(reader);
  return watches.some(({ watcher, lacks }) => lacks === 'reading' && personKey(watcher) === key);
}

/** Watchers whose token may do: the one that did last time first. */
function readersOf(watches: readonly Watch[], last: string | undefined): Author[] {
  const people = watches.filter(({ state }) => state === 'on').map(({ watcher }) => watcher);
  const byKey = new Map(people.map((person) => [personKey(person), person]));
  return [...byKey.values()].toSorted(
    (one, other) => Number(personKey(other) === last) - Number(personKey(one) === last),
  );
}

function failed(
  group: WatchedGroup,
  error: CodedError,
  { mail, log, clock, random }: WatchParts,
  until?: Date,
): Settled {
  const now = mail.serverTime() ?? clock.now();
  const failures = group.failures + 1;
  log.warn(
    { tenant: group.tenantId, code: error.code, count: failures, error },
    'not all of a group was read',
  );
  const asked = until === undefined ? 0 : until.getTime() - clock.now().getTime();
  return {
    ...heard(group),
    ...(isGone(error) && { gone: { since: goneSince(group, now), at: now } }),
    failures,
    dueInMs: Math.max(asked, backoff(group.failures, random)),
  };
}
