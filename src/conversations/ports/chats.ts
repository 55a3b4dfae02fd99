import type { Person } from '../person.ts';
import type { ReceiptPlace } from '../request.ts';

/** Chats that are known, with the newest address at which each was seen. */
export interface Chats {
  rememberPersonal(person: Person, place: ReceiptPlace): Promise<void>;
  personal(person: Person): Promise<ReceiptPlace | undefined>;
  /** A channel (whichever of its threads) or group chat. */
  rememberShared(place: ReceiptPlace): Promise<void>;
  /** The place with the newest address that its chat was seen at; as it is when nothing newer is known. */
  newestShared(place: ReceiptPlace): Promise<ReceiptPlace>;
  /** Some place of a tenant, from which other chats of it can be reached; undefined when none is known. */
  anyOf(tenantId: string): Promise<ReceiptPlace | undefined>;
}
