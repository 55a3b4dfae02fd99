/**
 * Milliseconds to wait by `Retry-After`, which holds seconds or a date (RFC 9110 §10.2.3). A date is measured against
 * the answer's own `Date`, so that this machine's clock does not matter.
 */
export function retryAfter(headers: { get(name: string): string | null | undefined }): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  const now = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(until) || Number.isNaN(now)) return undefined;
  return Math.max(until - now, 0);
}
