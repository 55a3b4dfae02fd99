import type { GroupSlots } from '../../../src/conversations/ports/group-slots.ts';

/** Places at mailboxes; `taken` are those that are, by slot, with group and kind. */
export function memorySlots(): GroupSlots & { taken: Map<string, string> } {
  const taken = new Map<string, string>();
  let count = 0;
  return {
    taken,
    async take(groupId, kind, { limit }) {
      const key = `${kind} ${groupId}`;
      if ([...taken.values()].filter((each) => each === key).length >= limit) return undefined;
      const slot = `slot-${(count += 1)}`;
      taken.set(slot, key);
      return slot;
    },
    free: async (slot) => void taken.delete(slot),
  };
}
