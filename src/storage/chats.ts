import type { Chats } from '../conversations/ports/chats.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { SealedPerPerson } from './sealed-per-person.ts';

/** Personal chats; sealed because the bot's token is sent to the address in them, which nobody may change unseen. */
export function createChats(places: SealedPerPerson): Chats {
  return {
    rememberPersonal: (person, place) => places.write(person, JSON.stringify(place)),
    async personal(person) {
      const place = await places.read(person);
      return place === undefined ? undefined : (JSON.parse(place) as ReceiptPlace);
    },
  };
}
