import type { Person } from '../person.ts';
import type { ReceiptPlace } from '../request.ts';

/** Personal chats that are known, with the newest address at which each was seen. */
export interface Chats {
  rememberPersonal(person: Person, place: ReceiptPlace): Promise<void>;
  personal(person: Person): Promise<ReceiptPlace | undefined>;
}
