/**
 * The cookie that binds a sign-in to the browser it began in. Over https its name says so, and browsers then keep every other
 * host and plain http from planting one; the price is that it is sent to all paths (`__Host-`, RFC 6265bis §4.1.3.2).
 */
export function signInCookie(publicUrl: string): { name: string; path: string; secure: boolean } {
  return publicUrl.startsWith('https:')
    ? { name: '__Host-kickoff-sign-in', path: '/', secure: true }
    : { name: 'kickoff-sign-in', path: '/auth', secure: false };
}
