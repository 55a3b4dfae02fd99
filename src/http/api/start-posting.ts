import { checkContent, type Content } from '../../conversations/check-content.ts';
import { contentHash } from '../../conversations/content-hash.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';
import type { KnownCaller } from './identify-caller.ts';
import { requestUrl } from './request-url.ts';
import { signInAs } from './sign-in-as.ts';

/** One call that posts, its body checked. */
export interface PostingCall {
  readonly caller: KnownCaller;
  readonly key: string;
  readonly content: Content;
  readonly receipt: 'none' | 'chat';
  /** Whether the person wants to hear of answers. */
  readonly watch: boolean;
  readonly warnIfSimilar: boolean;
}

/**
 * The request that a call made, now or when it came first. Nothing is stored before its person has a Graph token, and
 * nothing is sent before it is stored.
 *
 * @throws ApiRefusal API_INPUT_REFUSED, API_KEY_REUSED, API_SIMILAR, and what `signInAs` throws
 */
export async function startPosting(call: PostingCall, parts: ApiParts): Promise<ConversationRequest> {
  const { caller, key, content } = call;
  const { conversations } = parts;
  checkFields(content);
  const source = sourceKey.api({ ...caller.person, client: caller.client, key });
  const earlier = await conversations.findBySource(source);
  if (earlier !== undefined) return repeated(earlier, source, call, parts);
  await signInAs(caller, parts);
  const own = await parts.chats.personal(caller.person);
  const place = call.receipt === 'chat' ? own : undefined;
  // Known now, the answer can say so: without a chat there is nowhere to tell them.
  const watched = call.watch && own !== undefined && (await parts.wantsToWatch(caller.person));
  const { request } = await conversations.start({
    ...{ sourceKey: source, author: caller.person, content },
    ...(place !== undefined && { place }),
    ...(!watched && { watch: false as const }),
    again: !call.warnIfSimilar,
    audienceConfirmed: true,
  });
  return same(request, source, call, parts);
}

/** The request of a key that came before; a fresh token lets one that waits for a sign-in go on. */
async function repeated(
  earlier: ConversationRequest,
  source: string,
  call: PostingCall,
  parts: ApiParts,
): Promise<ConversationRequest> {
  const request = same(earlier, source, call, parts);
  if (request.waitingFor !== 'sign-in') return request;
  await signInAs(call.caller, parts);
  await parts.conversations.signedIn(call.caller.person);
  return request;
}

/** @throws ApiRefusal unless the request is the one that this call wants */
function same(
  request: ConversationRequest,
  source: string,
  { content }: PostingCall,
  parts: ApiParts,
): ConversationRequest {
  const link = requestUrl(request.id, parts);
  if (request.contentHash !== contentHash(content))
    throw new ApiRefusal('API_KEY_REUSED', { link }, { request: link });
  if (request.sourceKey !== source) throw new ApiRefusal('API_SIMILAR', { link }, { request: link });
  return request;
}

function checkFields(content: Content): void {
  const problems = checkContent(content);
  if (problems.length === 0) return;
  const errors = problems.map(({ field, error }) => ({
    path: `/${field}`,
    detail: `${error.says} ${error.next}`,
    code: error.code,
  }));
  throw new ApiRefusal('API_INPUT_REFUSED', {}, { errors });
}
