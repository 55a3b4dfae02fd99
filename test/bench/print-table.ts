import { quantile, type Timings } from './timings.ts';

/** One line of the table: what was done, and how long it took. */
export interface Figure extends Timings {
  readonly name: string;
  /** How much one of them did (rows of a batch); 1 unless given. */
  readonly size?: number;
}

const head = ['', 'count', 'per second', 'p50 ms', 'p95 ms'];

/** A small table, one line each, numbers to the right. */
export function printTable(figures: readonly Figure[]): string {
  const lines = [head, ...figures.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  '),
    )
    .join('\n');
}

function cells({ name, each, took, size = 1 }: Figure): string[] {
  const count = each.length * size;
  const [p50, p95] = [0.5, 0.95].map((part) => short(quantile(each, part)));
  return [name, String(count), short((count / took) * 1_000), p50!, p95!];
}

/** Three digits tell enough. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
