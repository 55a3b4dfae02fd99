import { createHash } from 'node:crypto';
import { pageStyle } from './page-style.ts';

/** Content-Security-Policy of the pages: no script, this style, and forms that may end at `redirectOrigin`. */
export function pagePolicy(redirectOrigin: string): string {
  const hash = createHash('sha256').update(pageStyle).digest('base64');
  const form = `form-action 'self' ${redirectOrigin}`.trim();
  return `default-src 'none'; style-src 'sha256-${hash}'; ${form}; base-uri 'none'; frame-ancestors 'none'`;
}
