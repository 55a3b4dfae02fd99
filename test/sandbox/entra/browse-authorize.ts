/** Goes through the sign-in page as a browser would: picks the account, decides, and answers where it is sent. */
export async function browseAuthorize(
  location: string,
  choice: { personId: string; decision?: string },
): Promise<URL> {
  const first = await fetch(location, { redirect: 'manual' });
  if (first.status === 303) return redirectOf(first);
  const picked = await submit(location, await first.text(), { person: choice.personId });
  if (picked.status === 303) return redirectOf(picked);
  const decided = await submit(location, await picked.text(), { decision: choice.decision ?? 'accept' });
  return redirectOf(decided);
}

/** Posts the page's form the way a press on one of its buttons does. */
export async function submit(
  location: string,
  html: string,
  button: Record<string, string>,
): Promise<Response> {
  const interaction = /name="interaction" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const action = new URL(location);
  return fetch(action, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ interaction, ...button }),
  });
}

function redirectOf(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect, but ${response.status}`);
  return new URL(location);
}
