import { acceptWish } from './accept-wish.ts';
import { carryOut } from './carry-out.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import type { Content } from './check-content.ts';
import { copyFiles } from './copy-files.ts';
import { fileLimits } from './file-limits.ts';
import { inTime } from './in-time.ts';
import type { Wish } from './new-request.ts';
import { giveOrder, type Order, type OrderAnswer } from './give-order.ts';
import type { Person } from './person.ts';
import type { Background } from './ports/background.ts';
import type { FollowUpWork } from './ports/follow-up-work.ts';
import type { Ids } from './ports/ids.ts';
import type { PostFile } from './post-file.ts';
import type { Receipts } from './ports/receipts.ts';
import type { ConversationRequest } from './request.ts';
import { resumeAfterSignIn } from './resume-after-sign-in.ts';
import { isPlanned } from './schedule/is-planned.ts';
import { preparePlan } from './schedule/prepare-plan.ts';
import { createFollowUps, type FollowUp } from './create-follow-ups.ts';
import { createShowReceipt } from './show-receipt.ts';
import { takeFiles } from './take-files.ts';
import { textBytes } from './text-bytes.ts';
import type { DueWork } from './work-due-rows.ts';
import { workInLanes } from './work-in-lanes.ts';

export interface ConversationsParts extends CarryOutParts {
  receipts: Receipts;
  followUps: FollowUpWork;
  /** Done once for each request that was created. */
  followUp: FollowUp;
  ids: Ids;
  background: Background;
  /** How long a turn waits for the truth before the receipt says "working", in milliseconds. */
  patience: number;
}

/** What became of a wish by the time its turn should end. */
export interface Started {
  request: ConversationRequest;
  /** False when the same source was seen before: this is the request of then. */
  first: boolean;
  /** False when that request holds another text than this wish. */
  sameContent: boolean;
  /**
   * True when nothing was started, because the author has just posted the same there, or is about to: `request` is that
   * one, and a wish with `again` starts another all the same.
   */
  similar: boolean;
  /** Nothing was started, because what it should have taken the place of is not planned any more: `request` is that one. */
  tooLate?: true;
}

export interface Conversations {
  /**
   * Stores a wish and carries it out, once for each source key. Answers when the truth is known or patience ends; the
   * rest goes on by itself. What is planned for later is made ready and waits for its time. The receipt is shown either way, except for a repeat or a similar one.
   */
  start(wish: Wish): Promise<Started>;
  /** Fetches files for a form as far as there is time for it in a turn; answers what is known of them then. */
  takeFiles(author: Person, files: readonly PostFile[], text: string): Promise<readonly PostFile[]>;
  /** The request that an earlier delivery of the same source made. */
  findBySource(sourceKey: string): Promise<ConversationRequest | undefined>;
  find(id: string): Promise<ConversationRequest | undefined>;
  /** The first of a person's requests that are open, planned or refused, in this order; see `Ledger.openOf`. */
  pending(person: Person): Promise<ConversationRequest[]>;
  /** How many there are in all. */
  countPending(person: Person): Promise<number>;
  /** Does what the author of a request orders; nobody else can. */
  order(id: string, by: Person, order: Order): Promise<OrderAnswer>;
  /**
   * Somebody has signed in: what waited for it goes on by itself. Resolves as soon as that is certain, even if this
   * process dies; the rest happens in the background.
   */
  signedIn(person: Person): Promise<void>;
  /** Due requests, due receipts, and what follows requests: each to be worked on apart, so that none waits for another. */
  readonly work: readonly DueWork[];
}

/** How many due rows of a kind one instance works on at once. */
const lanes = 20;
/** How many requests are listed as pending. */
const listed = 20;

export function createConversations(parts: ConversationsParts): Conversations {
  const { ledger, holder, background } = parts;
  const receipts = createShowReceipt(parts);
  const followUps = createFollowUps(parts);

  async function finish(request: ConversationRequest): Promise<ConversationRequest> {
    const carried = await carryOut(request, parts);
    await receipts.show(carried.id);
    // After the receipt: showing it may be what makes a person's chat known.
    if (carried.state === 'created') await followUps.run(carried.id);
    return carried;
  }

  async function prepare(request: ConversationRequest): Promise<ConversationRequest> {
    const prepared = await preparePlan(request, parts);
    await receipts.show(prepared.id);
    return prepared;
  }

  /** The request when it is finished, or as it is when patience ends; then the rest goes on in the background. */
  async function finishInTime(request: ConversationRequest, work = finish): Promise<ConversationRequest> {
    const finished = work(request);
    const answered = await inTime(finished, parts);
    if (answered !== undefined) return answered;
    background.run('carry out', () => finished);
    await receipts.show(request.id);
    return (await ledger.find(request.id)) ?? request;
  }

  const filesInTurn = (author: Person, files: readonly PostFile[], text: string) =>
    takeFiles(
      files,
      { author, textBytes: textBytes(text), deadlineMs: fileLimits.turnMs, last: false },
      parts,
    );

  /** Files are fetched before a wish is stored, as far as there is time: then what is in them counts as its content. */
  async function withFiles({ sourceKey, author, content, again }: Wish): Promise<Content> {
    const { files = [], body, html = body } = content;
    if (files.length === 0 || (await ledger.findBySource(sourceKey)) !== undefined) return content;
    const own = again ? await copyFiles(files, author, parts) : files;
    return { ...content, files: await filesInTurn(author, own, html) };
  }

  return {
    takeFiles: filesInTurn,
    async start(given) {
      const wish = { ...given, content: await withFiles(given) };
      const { request, first, similar, sameContent, notReplaced, replaced } = await acceptWish(wish, parts);
      if (notReplaced) return { request, first, similar, sameContent, tooLate: true };
      if (!first || similar) return { request, first, similar, sameContent };
      if (replaced !== undefined) background.run('show what was changed', () => receipts.show(replaced.id));
      const work = isPlanned(request) ? prepare : finish;
      return { request: await finishInTime(request, work), first, similar, sameContent };
    },

    findBySource: (sourceKey) => ledger.findBySource(sourceKey),
    find: (id) => ledger.find(id),
    pending: (person) => ledger.openOf(person, listed),
    countPending: (person) => ledger.countOpen(person),
    order: (id, by, order) =>
      giveOrder(
        { id, by, order },
        { ...parts, finish: (request) => finishInTime(request), show: receipts.show },
      ),
    async signedIn(person) {
      await ledger.wakeSignedIn(person);
      background.run('resume after sign-in', () => resumeAfterSignIn(person, { ...parts, finish, prepare }));
    },

    work: [
      workInLanes({
        ...{ name: 'due request', lanes, background },
        take: (limit) => ledger.takeDue(holder, limit),
        work: finish,
      }),
      workInLanes({ name: 'due receipt', lanes, background, ...receipts.due }),
      workInLanes({ name: 'due follow-up', lanes, background, ...followUps.due }),
    ],
  };
}
