import type { AnnouncementCounts } from '../../announcements/announcement.ts';
import type { Column, ColumnSet } from './adaptive-card.ts';

const parts = [
  ['delivered', 'good'],
  ['unconfirmed', 'warning'],
  ['unreachable', 'attention'],
] as const;

/**
 * A bar of columns, as wide as their shares; whoever is still to be told is the rest. It says nothing that does not stand
 * below it in words, because columns have no text for those who do not see them.
 */
export function progressBar(counts: AnnouncementCounts): ColumnSet {
  const { total } = counts;
  const share = (count: number): number => (total === 0 ? 0 : Math.ceil((count * 100) / total));
  const column = (width: number, style: NonNullable<Column['style']>): Column => ({
    type: 'Column',
    width,
    items: [],
    style,
    minHeight: '10px',
    spacing: 'none',
  });
  const done = parts.map(([name, style]) => column(share(counts[name]), style));
  const taken = done.reduce((sum, { width }) => sum + width, 0);
  const isLeft = total === 0 || counts.waiting + counts.stopped > 0;
  const rest = isLeft ? [column(Math.max(1, 100 - taken), 'emphasis')] : [];
  return {
    type: 'ColumnSet',
    columns: [...done.filter(({ width }) => width > 0), ...rest],
    spacing: 'medium',
  };
}
