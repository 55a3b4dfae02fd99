import type { CodedError } from '../errors/coded-error.ts';
import type { FileOrigin } from '../post-file.ts';

export type FetchedFile =
  | { kind: 'fetched'; bytes: Uint8Array; /** As found in its bytes, for a picture. */ contentType?: string }
  | { kind: 'too-large' }
  /** It never will be fetched from there. */
  | { kind: 'refused'; error: CodedError }
  /** It was not fetched now. */
  | { kind: 'failed'; error: CodedError };

/** Fetches what people gave to the bot. Never throws: every end is an answer. */
export interface FileSource {
  /** @param options.most bytes; more than that is not read */
  fetch(origin: FileOrigin, options: { most: number; deadlineMs: number }): Promise<FetchedFile>;
}
