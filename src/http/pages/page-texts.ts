import type { CodedError } from '../../conversations/errors/coded-error.ts';

/** What one page says: a heading, and a sentence or two under it. */
export interface PageWords {
  readonly title: string;
  readonly text: string;
}

/** What the sign-in's pages say, in one language. */
export interface PageTexts {
  /** BCP 47. */
  readonly language: string;
  /** What happened, and what to do next. */
  error(error: Pick<CodedError, 'code' | 'details'>): { readonly says: string; readonly next: string };
  readonly pages: {
    readonly signedIn: PageWords;
    /** To an administrator who comes back from Microsoft's consent page for everybody. */
    readonly granted: PageWords;
    readonly nothingGranted: PageWords;
  };
}

/** The texts of the first of these locales (BCP 47, unchecked) that there are texts for, else English. */
export type PageTextsFor = (locales: readonly string[]) => PageTexts;
