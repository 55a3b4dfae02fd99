import { escapeHtml } from './escape-html.ts';
import type { PageWords } from './page-texts.ts';

/** What a page of the sign-in says; `closingCode` is there when it may close itself. */
export interface SignInPage extends PageWords {
  /** BCP 47. */
  readonly language: string;
  readonly closingCode?: string;
}

/**
 * A small page that is complete without scripts: what happened and what to do, nothing else. With a closing code it
 * loads the scripts that hand it to Teams and close the pop-up; the code is no token and works once.
 */
export function renderSignInPage({ title, text, language, closingCode }: SignInPage): string {
  const scripts =
    closingCode === undefined
      ? ''
      : `
    <script src="/auth/teams.js" defer></script>
    <script src="/auth/close.js" defer data-code="${escapeHtml(closingCode)}"></script>`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)} – Kickoff</title>
    <link rel="stylesheet" href="/auth/page.css">${scripts}
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      <p role="status">${escapeHtml(text)}</p>
    </main>
  </body>
</html>
`;
}
