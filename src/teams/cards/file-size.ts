/** A size as people read it, in units of a thousand, e.g. `2.5 MB`, `1 byte`, `122 bytes`. */
export function fileSize(bytes: number, language: string): string {
  const [unit, value] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  const digits = { maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0 };
  // The short form of a byte has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, ...digits }).format(value);
}
