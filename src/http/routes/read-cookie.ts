/**
 * The value of a cookie, as {@link writeCookie} wrote it.
 *
 * @param header the request's `Cookie` header (RFC 6265 §4.2.1); the first of several with the same name counts.
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = (header ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
