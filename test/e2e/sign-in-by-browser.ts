import { browseAuthorize } from '../sandbox/entra/browse-authorize.ts';

/** Opens a sign-in link as a browser would: the bot's page, Entra's consent, and back with the cookie. */
export async function signInByBrowser(
  link: string,
  choice: { personId: string; decision?: string },
): Promise<{ status: number; html: string }> {
  const start = await fetch(link, { redirect: 'manual' });
  const location = start.headers.get('location');
  if (location === null) return { status: start.status, html: await start.text() };
  const cookie = start.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ');
  const back = await browseAuthorize(location, choice);
  const end = await fetch(back, { headers: { cookie } });
  return { status: end.status, html: await end.text() };
}
