import type { PageTexts, PageWords } from '../pages/page-texts.ts';

/**
 * What an administrator reads whom Entra sends to the registered `/auth/end` after its consent page, with
 * `admin_consent=True` ("Grant tenant-wide admin consent"). Nobody signs in by it and nothing is changed by it: whether
 * something was granted is found out from Entra's next answer.
 *
 * @returns undefined for every other visit.
 */
export function adminConsentPage(query: URLSearchParams, { pages }: PageTexts): PageWords | undefined {
  if (query.get('admin_consent')?.toLowerCase() !== 'true' || query.has('code')) return undefined;
  return query.has('error') ? pages.nothingGranted : pages.granted;
}
