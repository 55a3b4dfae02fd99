import type { SignInPage } from '../pages/render-sign-in-page.ts';

/**
 * What an administrator reads whom Entra sends to the registered `/auth/end` after its consent page, with
 * `admin_consent=True` ("Grant tenant-wide admin consent"). Nobody signs in by it and nothing is changed by it: whether
 * something was granted is found out from Entra's next answer.
 *
 * @returns undefined for every other visit.
 */
export function adminConsentPage(query: URLSearchParams): SignInPage | undefined {
  if (query.get('admin_consent')?.toLowerCase() !== 'true' || query.has('code')) return undefined;
  if (query.has('error')) {
    return {
      title: 'Nothing was granted',
      text: 'Microsoft’s page was left without agreeing. Open the link again to grant the permissions.',
    };
  }
  return {
    title: 'Back from Microsoft’s consent page',
    text: 'Kickoff uses what you granted from now on. People type “sign in” in their chat with Kickoff; who is signed in already types “sign out” first.',
  };
}
