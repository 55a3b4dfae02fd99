import type { Content } from './check-content.ts';
import { contentHash } from './content-hash.ts';
import type { Author } from './person.ts';
import type { ConversationRequest, ReceiptPlace } from './request.ts';

/** One wish, as a room that talks to people (or systems) hands it over; checked by `checkContent` before. */
export interface Wish {
  readonly sourceKey: string;
  readonly author: Author;
  readonly content: Content;
  /** Undefined shows no receipt. */
  readonly place?: ReceiptPlace;
  /** The request, still planned, that this one takes the place of. */
  readonly replaces?: string;
  /** Meant although the author has just posted the same there. */
  readonly again?: boolean;
  /** A system called that has decided to whom it writes: nobody is asked about many, or about people outside. */
  readonly audienceConfirmed?: true;
  /** Its author does not want to hear of answers to it. */
  readonly watch?: false;
  /** The card that was answered and will show the receipt; undefined posts a new one. */
  readonly cardId?: string;
}

/** The row that a wish becomes: accepted, and due at once should this process die; or planned, and due at its time. */
export function newRequest(wish: Wish, id: string, now: Date): ConversationRequest {
  const { sourceKey, author, content, place, cardId } = wish;
  return {
    id,
    sourceKey,
    contentHash: contentHash(content),
    author,
    kind: content.kind,
    target: {
      typedGroup: content.typedGroup.trim(),
      ...(content.typedConversation !== undefined && { typedConversation: content.typedConversation.trim() }),
      ...(content.threadId !== undefined && { thread: { id: content.threadId } }),
    },
    topic: content.topic.trim().replace(/\s+/g, ' '),
    ...bodyOf(content),
    ...(content.files !== undefined && content.files.length > 0 && { files: content.files }),
    people: content.people,
    ...(content.typedPeople !== undefined &&
      content.typedPeople.length > 0 && { typedPeople: content.typedPeople }),
    ...choicesOf(wish),
    ...(content.postAt === undefined
      ? { state: 'accepted', dueAt: now }
      : { state: 'waiting', waitingFor: 'time', dueAt: content.postAt, postAt: content.postAt }),
    version: 0,
    attempts: 0,
    marker: true,
    ...(place !== undefined && { place }),
    ...(cardId !== undefined && { receipt: { activityId: cardId, version: -1 } }),
    createdAt: now,
    updatedAt: now,
  };
}

/** What its author decided about who gets it and who hears of it. */
function choicesOf({
  audienceConfirmed,
  watch,
  content: { tellMembers },
}: Wish): Pick<ConversationRequest, 'audienceConfirmed' | 'watch' | 'tellMembers'> {
  return {
    ...(audienceConfirmed && { audienceConfirmed }),
    ...(watch !== undefined && { watch }),
    ...(tellMembers && { tellMembers }),
  };
}

function bodyOf({ body, html }: Content): Pick<ConversationRequest, 'body' | 'typed'> {
  if (html === undefined) return { body: { contentType: 'text', content: body } };
  return { body: { contentType: 'html', content: html }, typed: body };
}
