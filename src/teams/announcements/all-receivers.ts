import type { Announcements } from '../../announcements/announcements.ts';
import type { Receiver } from '../../announcements/receiver.ts';

/** So many are read at once. */
const page = 1_000;

/** Everybody whom a notice to many was for, page by page. */
export async function* allReceivers(
  id: string,
  receivers: Announcements['receivers'],
): AsyncGenerator<Receiver> {
  let after: string | undefined;
  for (;;) {
    const some = await receivers(id, { ...(after !== undefined && { after }), limit: page });
    yield* some;
    after = some.at(-1)?.id;
    if (after === undefined || some.length < page) return;
  }
}
