/**
 * A `Set-Cookie` header for a cookie that only this server gets back: no script reads it, no other site's
 * request carries it except the navigation that ends the sign-in (which is what SameSite=Lax lets through).
 *
 * @param cookie.maxAgeSeconds 0 removes it.
 */
export function writeCookie(cookie: {
  name: string;
  path: string;
  value: string;
  maxAgeSeconds: number;
  secure: boolean;
}): string {
  const attributes = `Path=${cookie.path}; Max-Age=${cookie.maxAgeSeconds}; HttpOnly; SameSite=Lax`;
  return `${cookie.name}=${cookie.value}; ${attributes}${cookie.secure ? '; Secure' : ''}`;
}
