import { backoff } from '../conversations/backoff.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import { personKey, type Person } from '../conversations/person.ts';
import { asWatcher, type AsWatcher } from './as-watcher.ts';
import { tellLack } from './stop-showing.ts';
import type { GraphSubscription } from './ports/subscriptions.ts';
import type { Subscription } from './subscription.ts';
import type { WatchParts } from './watch-parts.ts';

/** The longest that Graph gives for conversations is 4,230 minutes; a little less, as clocks differ. In milliseconds. */
const lifetime = 4_200 * 60_000;
/** Delivery ends with the access token, after about an hour (facts: change notifications). */
const renewal = 45 * 60_000;
/** Renewed again sooner than this only when Graph lost it: a renewal and a reauthorization exclude each other so long. */
const apart = 10 * 60_000;
/** How long a missing permission is believed, and any other refusal, e.g. that this server did not answer a call. */
const withoutPermission = 3_600_000;
const refusedFor = 10 * 60_000;
const refusals: ReadonlySet<ErrorCode> = new Set([
  'READ_PERMISSION_MISSING',
  'GRAPH_REFUSED',
  'GRAPH_REFUSED_UNSAID',
]);
/** Until somebody whose token would do is there, which makes it due by itself. */
const withoutHolder = 6 * 3_600_000;

/** Makes, renews, moves or removes a group's subscription, whatever is due, and gives it back. */
export async function keepSubscription(subscription: Subscription, parts: WatchParts): Promise<void> {
  const { store, holder, random } = parts;
  let dueInMs = backoff(subscription.failures, random);
  try {
    if (subscription.state === 'unwanted') return await drop(subscription, parts);
    dueInMs = await keep(subscription, parts);
  } catch (error) {
    dueInMs = await putOff(subscription, { error }, parts);
  } finally {
    await store.settleSubscription(subscription, dueInMs, holder);
  }
}

/** @returns after how many milliseconds it is tried again: never before the time that Graph or Entra named */
async function putOff(
  subscription: Subscription,
  { error, until }: { error: unknown; until?: Date },
  { store, holder, log, clock, random }: WatchParts,
): Promise<number> {
  const { failures, tenantId } = subscription;
  log.warn({ tenant: tenantId, count: failures + 1, error }, 'a subscription could not be kept');
  await store.writeSubscription({ ...subscription, failures: failures + 1 }, holder);
  const asked = until === undefined ? 0 : until.getTime() - clock.now().getTime();
  return Math.max(asked, backoff(failures, random));
}

async function keep(subscription: Subscription, parts: WatchParts): Promise<number> {
  const { store, clock } = parts;
  const { renewedAt, state } = subscription;
  const age = clock.now().getTime() - (renewedAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  const watches = await store.ofGroup(subscription.key);
  const watchers = watches.filter((watch) => watch.state === 'on').map(({ watcher }) => watcher);
  const holders = new Map(watchers.map(({ tenantId, objectId }) => [objectId, { tenantId, objectId }]));
  const current = subscription.holder && holders.get(subscription.holder.objectId);
  if (state === 'on' && current !== undefined) {
    if (age < apart) return renewal - age;
    const renewed = await renew(subscription, current, parts);
    if (renewed !== undefined) return renewed;
  }
  const others = [...holders.values()].toSorted(
    (one, other) => Number(isSame(other, current)) - Number(isSame(one, current)),
  );
  const lacking = new Set(
    watches.filter(({ lacks }) => lacks !== undefined).map(({ watcher }) => watcher.objectId),
  );
  return subscribe({ ...subscription, state: 'wanted' }, { holders: others, lacking }, parts);
}

/** @returns undefined when it is gone, or its holder's token is: then it is made anew, as another watcher if need be */
async function renew(
  subscription: Subscription,
  holder: Person,
  parts: WatchParts,
): Promise<number | undefined> {
  const { subscriptions, clock, log } = parts;
  const { subscriptionId = '', tenantId } = subscription;
  const renewed = await asWatcher(
    holder,
    (token) => subscriptions.renew(subscriptionId, inLifetime(clock.now()), token),
    parts,
    { renew: true },
  );
  if (renewed.kind === 'wait' && !isRefusal(renewed.error)) return putOff(subscription, renewed, parts);
  if (renewed.kind === 'done' && renewed.answer !== undefined)
    return writeOn(subscription, { holder, made: renewed.answer, ...renewed }, parts);
  log.info({ tenant: tenantId, state: renewed.kind }, 'a subscription is to be made again');
  return undefined;
}

async function subscribe(
  subscription: Subscription,
  { holders, lacking }: { holders: readonly Person[]; lacking: ReadonlySet<string> },
  parts: WatchParts,
): Promise<number> {
  const { store, holder: instance } = parts;
  const refused: { holder: Person; error: CodedError }[] = [];
  for (const holder of holders) {
    // Once Graph has had a secret it may call with it: only a row without any subscription gets another one.
    const wanted = { ...subscription, holder, state: 'wanted' as const };
    if (!(await store.writeSubscription(wanted, instance))) return 0;
    // The permission may have been granted since the token was.
    const lacked = lacking.has(holder.objectId);
    const how = lacked ? { renew: 'if-possible' as const } : {};
    const made = await asWatcher(holder, (token) => createOrAdopt(wanted, token, parts), parts, how);
    if (made.kind === 'done' && made.answer !== undefined) {
      if (lacked) await store.retryLacking(holder, 'notifications');
      return writeOn(wanted, { holder, made: made.answer, ...made }, parts);
    }
    if (made.kind === 'wait' && !isRefusal(made.error)) return putOff(wanted, made, parts);
    if (made.kind !== 'sign-in') refused.push({ holder, error: errorOf(made) });
  }
  return giveUp(subscription, refused, parts);
}

/** Nobody's token does: the group is polled, and who lacks the permission is told so. */
async function giveUp(
  subscription: Subscription,
  refused: readonly { holder: Person; error: CodedError }[],
  parts: WatchParts,
): Promise<number> {
  const { store, holder: instance, log } = parts;
  const last = refused.at(-1);
  if (last === undefined) return withoutHolder;
  log.warn(
    { tenant: subscription.tenantId, code: last.error.code },
    'Graph sends no notifications for a group; it is polled',
  );
  const { subscriptionId: _, expiresAt: __, renewedAt: ___, ...rest } = subscription;
  await store.writeSubscription({ ...rest, state: 'refused', failures: 0 }, instance);
  for (const { holder, error } of refused) {
    if (error.code === 'READ_PERMISSION_MISSING') await tellLack(holder, 'notifications', parts);
  }
  return last.error.code === 'READ_PERMISSION_MISSING' ? withoutPermission : refusedFor;
}

/**
 * The one that there is already is taken over if its secret is ours, else it makes way; also where Graph does not show
 * the secret: one of an earlier watch has another, and everything that it calls with would count as forged.
 */
async function createOrAdopt(
  { groupId, clientState }: Subscription,
  token: string,
  { subscriptions, clock }: WatchParts,
): Promise<GraphSubscription | undefined> {
  const expiresAt = inLifetime(clock.now());
  const made = await subscriptions.create({ groupId, clientState, expiresAt }, token);
  if (made !== undefined) return made;
  const [found, ...others] = await subscriptions.find(groupId, token);
  for (const { id } of others) await subscriptions.remove(id, token);
  if (found === undefined) return undefined;
  if (found.clientState === clientState) return subscriptions.renew(found.id, expiresAt, token);
  await subscriptions.remove(found.id, token);
  return subscriptions.create({ groupId, clientState, expiresAt }, token);
}

async function writeOn(
  subscription: Subscription,
  { holder, made, tokenEndsAt }: { holder: Person; made: GraphSubscription; tokenEndsAt: Date },
  { store, clock, log, holder: instance }: WatchParts,
): Promise<number> {
  const now = clock.now();
  const { id: subscriptionId, expiresAt } = made;
  log.info({ tenant: holder.tenantId, person: holder.objectId }, 'Graph sends notifications for a group');
  await store.writeSubscription(
    { ...subscription, state: 'on', subscriptionId, expiresAt, holder, renewedAt: now, failures: 0 },
    instance,
  );
  // Before the token ends, but never right after: a token that is nearly over is renewed by the next call.
  const untilTokenEnds = tokenEndsAt.getTime() - now.getTime() - 5 * 60_000;
  return Math.max(apart, Math.min(renewal, untilTokenEnds));
}

async function drop(subscription: Subscription, parts: WatchParts): Promise<void> {
  const { store, subscriptions, holder: instance, log } = parts;
  const { subscriptionId, holder, key, tenantId } = subscription;
  if (subscriptionId !== undefined && holder !== undefined) {
    const dropped = await asWatcher(holder, (token) => subscriptions.remove(subscriptionId, token), parts);
    // What cannot be removed ends by itself; its calls name a subscription that nobody knows.
    if (dropped.kind !== 'done')
      log.info({ tenant: tenantId, state: dropped.kind }, 'a subscription is left to end');
  }
  await store.removeSubscription(key, instance);
}

function inLifetime(now: Date): Date {
  return new Date(now.getTime() + lifetime);
}

function isRefusal({ code }: CodedError): boolean {
  return refusals.has(code);
}

function errorOf(made: AsWatcher<unknown>): CodedError {
  return made.kind === 'done' ? new CodedError('GRAPH_REFUSED', { message: 'taken' }) : made.error;
}

function isSame(one: Person, other: Person | undefined): boolean {
  return other !== undefined && personKey(one) === personKey(other);
}
