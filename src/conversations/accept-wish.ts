import type { CarryOutParts } from './carry-out-parts.ts';
import { newRequest, type Wish } from './new-request.ts';
import { personKey } from './person.ts';
import type { Accepted } from './ports/ledger.ts';
import type { Ids } from './ports/ids.ts';
import type { ConversationRequest } from './request.ts';
import { keepFiles } from './schedule/keep-files.ts';
import { takes, transition } from './transition.ts';

/** The same text to the same group within this time is taken for a slip, in milliseconds. */
const meantTwice = 120_000;

export interface AcceptedWish extends Accepted {
  /** `request` holds what the wish says. */
  readonly sameContent: boolean;
  /** The planned request that it took the place of. */
  readonly replaced?: ConversationRequest;
}

/**
 * Stores a wish, once for each source key. One that takes the place of what is planned is stored together with the end of
 * that, or, when that has gone on meanwhile, not at all (`notReplaced`).
 */
export async function acceptWish(wish: Wish, parts: CarryOutParts & { ids: Ids }): Promise<AcceptedWish> {
  const { ledger, holder, clock, tenants, ids, fileStore } = parts;
  const now = clock.now();
  const marker = !(await tenants.refusesMarker(wish.author.tenantId));
  const made = { ...newRequest(wish, ids.hex(), now), marker };
  const answer = (accepted: Accepted): AcceptedWish => ({
    ...accepted,
    sameContent: accepted.request.contentHash === made.contentHash,
  });
  const replaced = await plannedOf(wish, parts);
  if (replaced !== undefined && !takes(replaced, 'replaced')) {
    const request = await ledger.findBySource(wish.sourceKey);
    if (request !== undefined) return answer({ request, first: false, similar: false });
    return answer({ request: replaced, first: false, similar: false, notReplaced: true });
  }
  await keepFiles(made, fileStore);
  const options =
    replaced !== undefined
      ? { replaces: transition(replaced, { kind: 'replaced', by: made.id }, now) }
      : { ...(!wish.again && { similarSince: new Date(now.getTime() - meantTwice) }) };
  const accepted = answer(await ledger.accept(made, holder, options));
  return accepted.first && replaced !== undefined ? { ...accepted, replaced } : accepted;
}

/** What the wish takes the place of; only its author's own. */
async function plannedOf(
  { author, replaces }: Wish,
  { ledger }: CarryOutParts,
): Promise<ConversationRequest | undefined> {
  const old = replaces === undefined ? undefined : await ledger.find(replaces);
  return old !== undefined && personKey(old.author) === personKey(author) ? old : undefined;
}
