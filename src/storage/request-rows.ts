import type { Audience } from '../conversations/audience.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import type { PostFile } from '../conversations/post-file.ts';
import type {
  Body,
  ConversationRequest,
  Created,
  Recipient,
  ReceiptPlace,
  RequestKind,
  RequestState,
  Target,
} from '../conversations/request.ts';
import type { ReceiptRow, RequestRow } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** What a request says and about whom: everything that no query needs, encrypted as one text. */
interface Sealed {
  authorName: string;
  target: Target;
  topic: string;
  body: Body;
  typed?: string;
  files?: readonly PostFile[];
  people: readonly Recipient[];
  typedPeople?: readonly string[];
  audienceConfirmed?: true;
  watch?: false;
  audience?: Audience;
  tellMembers?: true;
  reasonDetails?: Readonly<Record<string, string>>;
  place?: ReceiptPlace;
  signInsAsked?: number;
  tokenRefused?: boolean;
  lookFirst?: boolean;
  ordered?: boolean;
  looks?: number;
  /** Milliseconds since 1970. */
  lookedAt?: number;
  lookComplete?: boolean;
  /** By the clock of whoever wrote it; the column `due_at` has it by the database's. */
  dueAt?: number;
  alsoFound?: readonly Created[];
  /** Milliseconds since 1970. */
  postAt?: number;
  replacedBy?: string;
}

type Waiting = NonNullable<ConversationRequest['waitingFor']>;

/** A request's row with what its receipt's row says (nulls where there is none). */
export type StoredRequest = RequestRow & {
  [column in 'activity_id' | 'shown_version']: ReceiptRow[column];
};

/** Columns that a write changes; version, hold and due time (`due-by-database.ts`) are given by the statement. */
export type RequestChanges = Omit<
  RequestRow,
  | 'id'
  | 'source_key'
  | 'content_hash'
  | 'tenant_id'
  | 'author_id'
  | 'kind'
  | 'version'
  | 'held_by'
  | 'held_until'
  | 'created_at'
  | 'due_at'
  | 'forgotten_at'
>;

export interface RequestRows {
  /** A whole new row, held by nobody. */
  row(request: ConversationRequest): Omit<RequestRow, 'due_at'>;
  /** What of an existing row a write replaces. */
  changes(request: ConversationRequest): RequestChanges;
  /** @throws CodedError STORAGE_UNREADABLE */
  request(row: StoredRequest): ConversationRequest;
}

/** Turns requests into rows and back. */
export function createRequestRows(sealing: Sealing): RequestRows {
  function changes(request: ConversationRequest): RequestChanges {
    return {
      state: request.state,
      waiting_for: request.waitingFor ?? null,
      reason_code: request.reason?.code ?? null,
      attempts: request.attempts,
      attempted_at: milliseconds(request.attemptedAt),
      marker: request.marker ? 1 : 0,
      group_id: request.target.group?.id ?? null,
      ...createdColumns(request.created ?? {}),
      updated_at: request.updatedAt.getTime(),
      sealed: request.forgotten
        ? ''
        : sealing.seal(JSON.stringify(toSealed(request)), request.author, purpose(request.id)),
    };
  }

  return {
    changes,
    row: (request) => ({
      ...changes(request),
      id: request.id,
      source_key: request.sourceKey,
      content_hash: request.contentHash,
      tenant_id: request.author.tenantId,
      author_id: request.author.objectId,
      kind: request.kind,
      version: request.version,
      held_by: null,
      held_until: null,
      created_at: request.createdAt.getTime(),
      forgotten_at: null,
    }),
    request(row) {
      const person = { tenantId: row.tenant_id, objectId: row.author_id };
      if (row.forgotten_at !== null) return { ...fromRow(row, nothing()), forgotten: true };
      return fromRow(row, JSON.parse(sealing.unseal(row.sealed, person, purpose(row.id))) as Sealed);
    },
  };
}

/** The id is part of the purpose, so that the text of one request does not open in the row of another. */
function purpose(id: string): string {
  return `request:${id}`;
}

/** What is left of a text that is forgotten. */
function nothing(): Sealed {
  return {
    ...{ authorName: '', target: { typedGroup: '' }, topic: '', people: [] },
    body: { contentType: 'text', content: '' },
  };
}

function toSealed(request: ConversationRequest): Sealed {
  const { author, target, topic, body, typed, files, people, place, reason, lookedAt, dueAt } = request;
  const { typedPeople, audienceConfirmed, watch, audience, tellMembers } = request;
  const { signInsAsked, tokenRefused, lookFirst, ordered, looks, lookComplete, alsoFound } = request;
  const { postAt, replacedBy } = request;
  return {
    authorName: author.name,
    target,
    topic,
    body,
    ...given({ typed, files, typedPeople, audienceConfirmed, watch, audience, tellMembers }),
    ...given({ replacedBy, postAt: postAt?.getTime(), place, signInsAsked, tokenRefused }),
    people,
    ...(reason !== undefined && { reasonDetails: reason.details }),
    ...(lookFirst !== undefined && { lookFirst }),
    ...(ordered !== undefined && { ordered }),
    ...(looks !== undefined && { looks }),
    ...(lookedAt !== undefined && { lookedAt: lookedAt.getTime() }),
    ...(lookComplete !== undefined && { lookComplete }),
    ...(dueAt !== undefined && { dueAt: dueAt.getTime() }),
    ...(alsoFound !== undefined && { alsoFound }),
  };
}

function fromRow(row: StoredRequest, sealed: Sealed): ConversationRequest {
  const { authorName, reasonDetails, lookedAt, dueAt, postAt, ...text } = sealed;
  return {
    ...text,
    id: row.id,
    sourceKey: row.source_key,
    contentHash: row.content_hash,
    author: { tenantId: row.tenant_id, objectId: row.author_id, name: authorName },
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    version: row.version,
    attempts: row.attempts,
    marker: row.marker === 1,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    ...(row.attempted_at !== null && { attemptedAt: new Date(row.attempted_at) }),
    ...(row.waiting_for !== null && { waitingFor: row.waiting_for as Waiting }),
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
    ...(postAt !== undefined && { postAt: new Date(postAt) }),
    ...(row.reason_code !== null && {
      reason: { code: row.reason_code as ErrorCode, details: reasonDetails ?? {} },
    }),
    ...(lookedAt !== undefined && { lookedAt: new Date(lookedAt) }),
    ...createdOf(row),
    ...(row.activity_id !== null &&
      row.shown_version !== null && {
        receipt: { activityId: row.activity_id, version: row.shown_version },
      }),
  };
}

function milliseconds(time: Date | undefined): number | null {
  return time === undefined ? null : time.getTime();
}

function createdColumns({ conversationId, threadId, postId }: Created) {
  return {
    created_conversation_id: conversationId ?? null,
    created_thread_id: threadId ?? null,
    created_post_id: postId ?? null,
  };
}

function createdOf(row: RequestRow): { created?: Created } {
  // A created post can be known without any id (202, or a body that could not be read): the state tells.
  const created: Created = {
    ...(row.created_conversation_id !== null && { conversationId: row.created_conversation_id }),
    ...(row.created_thread_id !== null && { threadId: row.created_thread_id }),
    ...(row.created_post_id !== null && { postId: row.created_post_id }),
  };
  return Object.keys(created).length > 0 || row.state === 'created' ? { created } : {};
}

function given<Parts extends object>(parts: Parts): { [Name in keyof Parts]?: NonNullable<Parts[Name]> } {
  const known = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(known) as { [Name in keyof Parts]?: NonNullable<Parts[Name]> };
}
