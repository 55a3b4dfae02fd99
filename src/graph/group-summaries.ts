import type { GroupSummary } from '../conversations/ports/directory.ts';
import { groupSummary } from './group-summary.ts';

/** The groups in a page's `value`, none of them known as the person's own. */
export function groupSummaries(value: unknown): GroupSummary[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((group) => groupSummary(group as Record<string, unknown>, false))
    .filter((group) => group !== undefined);
}
