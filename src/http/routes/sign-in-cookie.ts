/**
 * The cookie that binds a sign-in to the browser it began in. Over https its name says so, and browsers then keep other
 * origins of the site from planting one over plain http (`__Secure-`, RFC 6265bis §4.1.3.1).
 */
export function signInCookie(publicUrl: string): { name: string; secure: boolean } {
  const secure = publicUrl.startsWith('https:');
  return { name: secure ? '__Secure-kickoff-sign-in' : 'kickoff-sign-in', secure };
}
