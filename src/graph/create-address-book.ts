import type { AddressBook } from '../announcements/ports/address-book.ts';
import { filterUsers } from './filter-users.ts';
import type { GraphConnection } from './graph-connection.ts';

/** People by address behind Graph, as `announcements/` wants them. */
export function createAddressBook(connection: GraphConnection): AddressBook {
  return { byMail: (token, mail) => filterUsers(connection, token, mail) };
}
