import type {
  Announcement,
  AnnouncementState,
  Sender,
  UncountedAnnouncement,
} from '../announcements/announcement.ts';
import type { AnnouncementContent } from '../announcements/announcement-content.ts';
import type { KnownAudience } from '../announcements/audience.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import type { Person } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { AnnouncementRow } from './rows/announcement-row.ts';
import type { Sealing } from './sealing.ts';

/** What is told to whom and by whom: everything that no query needs, encrypted as one text. */
interface Sealed {
  name: string;
  content: AnnouncementContent;
  audience: KnownAudience;
  place?: ReceiptPlace;
}

/** A new row, held by nobody; when it is due, the statement says. */
export function announcementRow(
  announcement: UncountedAnnouncement,
  sealing: Sealing,
): Omit<AnnouncementRow, 'due_at'> {
  const { id, sender, audience, state, reason, createdAt, updatedAt, endedAt } = announcement;
  return {
    id,
    source_key: announcement.sourceKey,
    content_hash: announcement.contentHash,
    tenant_id: ownerOf(sender).tenantId,
    person_id: sender.kind === 'person' ? sender.person.objectId : null,
    client: sender.client ?? null,
    audience: audience.kind,
    state,
    gathered: audience.kind === 'members' ? 0 : 1,
    ...reasonColumns(reason, { id, owner: ownerOf(sender), sealing }),
    position: null,
    failures: 0,
    held_by: null,
    held_until: null,
    created_at: createdAt.getTime(),
    updated_at: updatedAt.getTime(),
    ended_at: endedAt?.getTime() ?? null,
    sealed: sealing.seal(JSON.stringify(toSealed(announcement)), ownerOf(sender), purpose(id)),
    forgotten_at: null,
  };
}

/** @throws CodedError STORAGE_UNREADABLE */
export function announcementOf(row: AnnouncementRow, sealing: Sealing): UncountedAnnouncement {
  const { id, tenant_id: tenantId } = row;
  const forgotten = row.forgotten_at !== null;
  const sealed = forgotten ? nothing(row) : readSealed(row, sealing);
  const { name, content, audience, place } = sealed;
  const reason = readReason(row, sealing);
  const client = row.client === null ? {} : { client: row.client };
  const sender: Sender =
    row.person_id === null
      ? { kind: 'app', tenantId, client: row.client ?? '', name }
      : { kind: 'person', person: { tenantId, objectId: row.person_id, name }, ...client };
  return {
    ...{ id, sourceKey: row.source_key, contentHash: row.content_hash, sender, content, audience },
    state: row.state as AnnouncementState,
    ...(reason !== undefined && { reason }),
    ...(place !== undefined && { place }),
    ...(forgotten && { forgotten }),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    ...(row.ended_at !== null && { endedAt: new Date(row.ended_at) }),
  };
}

/** Whose key it is: the person's, or the app's. */
function ownerOf(sender: Sender): Person {
  return sender.kind === 'person'
    ? { tenantId: sender.person.tenantId, objectId: sender.person.objectId }
    : { tenantId: sender.tenantId, objectId: `app:${sender.client}` };
}

export function ownerOfRow(row: Pick<AnnouncementRow, 'tenant_id' | 'person_id' | 'client'>): Person {
  return { tenantId: row.tenant_id, objectId: row.person_id ?? `app:${row.client ?? ''}` };
}

/** Why it is where it is, for the row. */
export function reasonColumns(
  reason: Announcement['reason'],
  { id, owner, sealing }: { id: string; owner: Person; sealing: Sealing },
): Pick<AnnouncementRow, 'reason_code' | 'reason'> {
  if (reason === undefined) return { reason_code: null, reason: null };
  return {
    reason_code: reason.code,
    reason: sealing.seal(JSON.stringify(reason.details), owner, `${purpose(id)}:reason`),
  };
}

function readReason(row: AnnouncementRow, sealing: Sealing): Announcement['reason'] {
  if (row.reason_code === null) return undefined;
  const details =
    row.reason === null
      ? {}
      : (JSON.parse(sealing.unseal(row.reason, ownerOfRow(row), `${purpose(row.id)}:reason`)) as Record<
          string,
          string
        >);
  return { code: row.reason_code as ErrorCode, details };
}

function toSealed({ sender, content, audience, place }: UncountedAnnouncement): Sealed {
  return {
    name: sender.kind === 'person' ? sender.person.name : sender.name,
    content,
    // Twenty thousand ids stand in the receivers' rows already.
    audience: audience.kind === 'people' ? { kind: 'people' } : audience,
    ...(place !== undefined && { place }),
  };
}

function readSealed(row: AnnouncementRow, sealing: Sealing): Sealed {
  return JSON.parse(sealing.unseal(row.sealed, ownerOfRow(row), purpose(row.id))) as Sealed;
}

function nothing({ audience }: AnnouncementRow): Sealed {
  return {
    name: '',
    content: { kind: 'message', text: '' },
    audience:
      audience === 'members'
        ? { kind: 'members', group: { id: '', name: '' } }
        : audience === 'chat'
          ? { kind: 'chat', chatId: '' }
          : { kind: 'people' },
  };
}

/** The id is part of the purpose, so that the text of one does not open in the row of another. */
function purpose(id: string): string {
  return `announcement:${id}`;
}
