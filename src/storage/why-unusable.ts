/** What can be told of an error of PostgreSQL, of SQLite, or of Node. */
interface Told {
  message?: string;
  /** PostgreSQL answered. */
  severity?: string;
  /** SQLite did. */
  errcode?: number;
  code?: string;
}

/** Why a database cannot be used, for operators: its own words, else a code; never an address or a password. */
export function whyUnusable(error: unknown): string {
  // One error for each address that was tried.
  const first = (error instanceof AggregateError ? error.errors[0] : error) as Told;
  const isAnswer = first.severity !== undefined || first.errcode !== undefined;
  return (isAnswer ? first.message : first.code) ?? 'no answer in time';
}
