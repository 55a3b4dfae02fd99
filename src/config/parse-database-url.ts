/**
 * The address of a PostgreSQL database: `postgres://` or `postgresql://` with a host, or with a socket's folder as
 * `?host=`. It is handed on as it is.
 *
 * @returns undefined for anything else.
 */
export function parseDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^postgres(?:ql)?:\/\//i.test(text) || url.hash !== '') return undefined;
  if (url.hostname === '' && !url.searchParams.has('host')) return undefined;
  // A password with a bare % is read as it stands by some clients and refused by others.
  return [url.username, url.password, url.pathname].every(decodes) ? text : undefined;
}

function decodes(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
