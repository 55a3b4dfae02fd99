interface DueRow {
  id: string;
  dueAt: Date | undefined;
}

/** Due rows in memory, with holds that last until they are given back. */
export function memoryDue(now: () => Date, rows: () => DueRow[]) {
  const holds = new Map<string, string>();
  const due = () =>
    rows()
      .flatMap(({ id, dueAt }) => (dueAt === undefined ? [] : [{ id, time: dueAt.getTime() }]))
      .filter(({ id, time }) => !holds.has(id) && time <= now().getTime())
      .toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  return {
    holds,
    take(id: string, holder: string): boolean {
      if (holds.has(id) || !rows().some((row) => row.id === id)) return false;
      holds.set(id, holder);
      return true;
    },
    takeDue(holder: string, limit: number): string[] {
      const taken = due()
        .slice(0, limit)
        .map(({ id }) => id);
      for (const id of taken) holds.set(id, holder);
      return taken;
    },
    release(id: string, holder: string): void {
      if (holds.get(id) === holder) holds.delete(id);
    },
    count() {
      const [oldest, ...others] = due();
      return oldest === undefined
        ? { due: 0, held: holds.size, oldestMs: 0 }
        : { due: 1 + others.length, held: holds.size, oldestMs: now().getTime() - oldest.time };
    },
  };
}
