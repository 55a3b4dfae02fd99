import { csvLine } from '../../announcements/csv-line.ts';

/** Comma-separated values in UTF-8 with a byte order mark, which Excel needs to read it as such. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map(csvLine).join('')}`);
}
