import type { Author } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import {
  groupKey,
  placeKey,
  type Lack,
  type PauseReason,
  type Watch,
  type WatchState,
  type WatchTarget,
} from '../watches/watch.ts';
import type { WatchRow } from './rows/watch-row.ts';
import type { Sealing } from './sealing.ts';

/** Everything that no query needs, encrypted as one text. */
interface Sealed {
  name: string;
  target: WatchTarget;
  place: ReceiptPlace;
  addresses: readonly string[];
}

/** Turns watches into rows and back. */
export function createWatchRows(sealing: Sealing) {
  return {
    row(
      { id, watcher, target, place, addresses, state, pausedFor, lacks, tooLarge, since, accessAt }: Watch,
      now: number,
    ): WatchRow {
      const { name, tenantId, objectId } = watcher;
      const sealed: Sealed = { name, target, place, addresses };
      return {
        id,
        tenant_id: tenantId,
        person_id: objectId,
        chat_id: place.chatId,
        place_key: placeKey(place),
        group_key: groupKey(watcher, target.group.id),
        state,
        paused_for: pausedFor ?? null,
        lacks: lacks ?? null,
        too_large: tooLarge ? 1 : null,
        since: since.getTime(),
        access_at: accessAt?.getTime() ?? null,
        created_at: now,
        ended_at: null,
        sealed: sealing.seal(JSON.stringify(sealed), watcher, purpose(id)),
      };
    },

    /** @throws CodedError STORAGE_UNREADABLE */
    watch(row: WatchRow): Watch {
      const person = { tenantId: row.tenant_id, objectId: row.person_id };
      const { name, ...sealed } = JSON.parse(sealing.unseal(row.sealed, person, purpose(row.id))) as Sealed;
      const watcher: Author = { ...person, name };
      return {
        ...sealed,
        id: row.id,
        watcher,
        state: row.state as WatchState,
        since: new Date(row.since),
        ...(row.paused_for !== null && { pausedFor: row.paused_for as PauseReason }),
        ...(row.lacks !== null && { lacks: row.lacks as Lack }),
        ...(row.too_large === 1 && { tooLarge: true as const }),
        ...(row.access_at !== null && { accessAt: new Date(row.access_at) }),
      };
    },
  };
}

export type WatchTexts = ReturnType<typeof createWatchRows>;

/** The id is part of the purpose, so that the text of one watch does not open in the row of another. */
function purpose(id: string): string {
  return `watch:${id}`;
}
