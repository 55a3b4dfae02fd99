/**
 * Cells as one line of comma-separated values (RFC 4180), its line break included. A cell that a spreadsheet could take
 * for a formula gets an apostrophe in front, which keeps it text.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
