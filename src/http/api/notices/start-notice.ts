import { createHash } from 'node:crypto';
import type { Announcement } from '../../../announcements/announcement.ts';
import type { Audience } from '../../../announcements/audience.ts';
import { CodedError } from '../../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../../conversations/errors/error-table.ts';
import type { AppCaller, PersonCaller } from '../../../conversations/ports/callers.ts';
import { sourceKey } from '../../../conversations/source-key.ts';
import type { ApiParts } from '../api-parts.ts';
import { ApiRefusal, type FieldProblem } from '../api-refusal.ts';
import type { KnownCaller } from '../identify-caller.ts';
import { signInAs } from '../sign-in-as.ts';
import { noticeUrl } from './notice-url.ts';
import type { NoticeCall } from './read-notice.ts';
import { senderOf } from './sender-of.ts';

type Caller = KnownCaller<PersonCaller | AppCaller>;

/** It passes: the same call finds out later. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'API_TRY_LATER',
  'GRAPH_THROTTLED',
  'GRAPH_UNREACHABLE',
  'SIGN_IN_THROTTLED',
  'SIGN_IN_UNAVAILABLE',
]);
/** How long to wait where nobody named a time, in milliseconds. */
const unnamedWait = 15_000;

/**
 * The notice that a call made, now or when it came first. Nothing is stored before it is known who is to be told; a group's
 * members are read afterwards.
 *
 * @throws ApiRefusal API_PERSON_NEEDED, API_KEY_REUSED, API_TRY_LATER, what `signInAs` and `findAudience` throw
 */
export async function startNotice(
  call: NoticeCall & { caller: Caller; key: string },
  parts: ApiParts,
): Promise<Announcement> {
  const { caller, key, content, receipt } = call;
  checkCaller(call);
  const { client } = caller;
  const source =
    caller.kind === 'app'
      ? sourceKey.notice({ tenantId: caller.tenantId, client, key })
      : sourceKey.notice({ ...caller.person, client, key });
  const contentHash = hashOf(call);
  const earlier = await parts.announcements.findBySource(source);
  if (earlier !== undefined) return repeated(earlier, contentHash, caller, parts);
  if (caller.kind === 'person' && looksUp(call)) await signInAs(caller, parts);
  const audience = await audienceOf(call, parts).catch(async (error: unknown) => {
    // What was kept of the person is worth nothing any more: the call's own token is.
    if (caller.kind !== 'person' || !(error instanceof CodedError) || error.status !== 401) throw error;
    await signInAs(caller, parts);
    return audienceOf(call, parts);
  });
  const place =
    caller.kind === 'person' && receipt === 'chat' ? await parts.chats.personal(caller.person) : undefined;
  const { announcement } = await parts.announcements.start({
    ...{ sourceKey: source, sender: senderOf(caller), content, audience, contentHash },
    ...(place !== undefined && { place }),
  });
  return same(announcement, contentHash, parts);
}

/** @throws ApiRefusal API_PERSON_NEEDED with the fields that an app alone cannot send */
function checkCaller({ caller, named, receipt }: NoticeCall & { caller: Caller }): void {
  if (caller.kind === 'person') return;
  const errors: FieldProblem[] = [];
  const refuse = (path: string, detail: string) => errors.push({ path, detail });
  if (named.kind === 'group') refuse('/to/group', 'Kickoff reads a group’s members as a person only.');
  if (named.kind === 'people' && named.addresses.length > 0)
    refuse('/to/people', 'Kickoff looks up mail addresses as a person only: send object ids.');
  if (receipt === 'chat') refuse('/receipt', 'An app has no chat to show it in.');
  if (errors.length > 0) throw new ApiRefusal('API_PERSON_NEEDED', {}, { errors });
}

/** Whether somebody's Graph token is needed to find out who is meant. */
function looksUp({ named }: NoticeCall): boolean {
  return named.kind === 'group' || (named.kind === 'people' && named.addresses.length > 0);
}

async function audienceOf(
  { named, caller }: NoticeCall & { caller: Caller },
  parts: ApiParts,
): Promise<Audience> {
  try {
    return await parts.findAudience(named, senderOf(caller));
  } catch (error) {
    if (!(error instanceof CodedError) || !passing.has(error.code)) throw error;
    const asked = Number(error.details['retryAfterMs']);
    const retryAfterMs = asked > 0 ? asked : unnamedWait;
    throw new ApiRefusal('API_TRY_LATER', {}, { retryAfterMs, cause: error });
  }
}

/** The notice of a key that came before; a fresh token lets one that waits for a sign-in go on. */
async function repeated(
  earlier: Announcement,
  contentHash: string,
  caller: Caller,
  parts: ApiParts,
): Promise<Announcement> {
  const announcement = same(earlier, contentHash, parts);
  if (announcement.state !== 'waiting' || caller.kind !== 'person') return announcement;
  await signInAs(caller, parts);
  await parts.announcements.signedIn(caller.person);
  return announcement;
}

/** @throws ApiRefusal unless the notice says what this call says */
function same(announcement: Announcement, contentHash: string, parts: ApiParts): Announcement {
  if (announcement.contentHash === contentHash) return announcement;
  const link = noticeUrl(announcement.id, parts);
  throw new ApiRefusal('API_KEY_REUSED', { link }, { request: link });
}

/** Over what was typed: who that is may be another one by the time of a repeat. */
function hashOf({ content, named }: NoticeCall): string {
  const typed =
    named.kind === 'people'
      ? [...new Set([...named.objectIds, ...named.addresses].map((each) => each.toLowerCase()))].toSorted()
      : named.kind === 'group'
        ? named.group.trim().toLowerCase()
        : named.chatId;
  return createHash('sha256')
    .update(JSON.stringify([named.kind, typed, content]))
    .digest('hex');
}
