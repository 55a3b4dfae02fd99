import type { Log } from '../../conversations/ports/log.ts';
import type { PageTextsFor } from '../pages/page-texts.ts';

/** What both routes of the sign-in need. */
export interface SignInRoutes {
  /** Origin under which browsers know this server: https makes the cookie secure. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly pageTexts: PageTextsFor;
}
