import type { CarryOutParts } from './carry-out-parts.ts';

/** Requests that may be at one group's mailbox at once, over all instances: 3 of the 4 that Graph takes. */
const limits = { read: 1, write: 2 } as const;
/** How long a place is waited for, and how often it is asked for, in milliseconds. */
const patience = 5_000;
const pause = 50;

/** A place at a group's mailbox, waited for a little while; undefined when all stay taken. */
export async function takeSlot(
  groupId: string,
  kind: 'read' | 'write',
  { slots, timer, holder, random }: Pick<CarryOutParts, 'slots' | 'timer' | 'holder' | 'random'>,
): Promise<string | undefined> {
  for (let waited = 0; ; waited += pause) {
    const slot = await slots.take(groupId, kind, { holder, limit: limits[kind] });
    if (slot !== undefined || waited >= patience) return slot;
    await timer.wait(pause * (1 + random()));
  }
}
