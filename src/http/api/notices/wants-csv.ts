/** Whether an `Accept` header names CSV, and JSON not before it (RFC 9110 §12.5.1, as far as two types need it). */
export function wantsCsv(accept: string | undefined): boolean {
  const weight = weights(accept ?? '');
  const csv = weight.get('text/csv') ?? 0;
  return csv > 0 && csv >= (weight.get('application/json') ?? 0);
}

function weights(accept: string): Map<string, number> {
  return new Map(
    accept.split(',').map((range): [string, number] => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [type, q === undefined ? 1 : Number(q) || 0];
    }),
  );
}
