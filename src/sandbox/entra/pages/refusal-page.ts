import { escapeHtml } from './escape-html.ts';
import { pageLayout } from './page-layout.ts';

/** The page shown when an answer may not be sent anywhere. */
export function refusalPage(message: string): string {
  return pageLayout(
    'Sorry, but we’re having trouble signing you in',
    `<p role="alert">${escapeHtml(message)}</p>`,
  );
}
