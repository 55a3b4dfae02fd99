import { CodedError } from '../conversations/errors/coded-error.ts';

/**
 * Tells what was deleted from what is too new to be read: both answer 404 (an id may need seconds until it can be
 * used), but only the latter is listed.
 *
 * @param ids that answered 404; without any, nothing is read
 * @param list everything there is now
 * @throws CodedError GRAPH_UNREACHABLE when one of them is there.
 */
export async function confirmGone(
  ids: readonly string[],
  list: () => Promise<readonly { readonly id: string }[]>,
): Promise<void> {
  if (ids.length === 0) return;
  const listed = await list();
  if (listed.some(({ id }) => ids.includes(id)))
    throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'listed, but it cannot be read yet' });
}
