import type { Announcements } from '../../announcements/announcements.ts';
import type { Gap } from '../cards/gap.ts';
import { allReceivers } from './all-receivers.ts';

/** So many names are said of each kind; the count says the rest. */
const named = 5;

/** Who was not surely told, by kind and reason, those with most people first. */
export async function findGaps(id: string, receivers: Announcements['receivers']): Promise<Gap[]> {
  const gaps = new Map<string, Gap>();
  for await (const { state, why, name } of allReceivers(id, receivers)) {
    if (state !== 'unreachable' && state !== 'unconfirmed') continue;
    const key = `${state}|${why ?? ''}`;
    const gap: Gap = gaps.get(key) ?? { kind: state, ...(why !== undefined && { why }), count: 0, names: [] };
    const isNamed = name !== undefined && name !== '' && gap.names.length < named;
    gaps.set(key, { ...gap, count: gap.count + 1, names: isNamed ? [...gap.names, name] : gap.names });
  }
  return [...gaps.values()].toSorted((one, other) => other.count - one.count);
}
