import type { Log } from '../../conversations/ports/log.ts';
import { upload } from './upload.ts';

export interface FileTargetOptions {
  /** Hosts that files may be put to, without any token. */
  isFileHostAllowed: (url: string) => boolean;
  /** Hosts that were named one by one in the settings, and so may be in the own network. */
  isNamedHost: (url: string) => boolean;
  log: Log;
}

/** Puts files where a person has allowed it. */
export interface FileTarget {
  /** Whether an address is one of those. */
  isAllowed(url: string): boolean;
  /** Sends the whole file once, and nothing but the file. */
  put(url: string, bytes: Buffer): Promise<'done' | 'not-allowed' | 'failed'>;
}

/** In milliseconds; a report of 20,000 people has about 2 MB. */
const deadlineMs = 30_000;

/** Puts files to listed hosts only. */
export function createFileTarget({ isFileHostAllowed, isNamedHost, log }: FileTargetOptions): FileTarget {
  const isAllowed = (address: string): boolean =>
    URL.parse(address)?.protocol === 'https:' && isFileHostAllowed(address);
  return {
    isAllowed,
    async put(address, bytes) {
      const url = URL.parse(address);
      const route = `PUT ${url?.host ?? ''}`;
      if (url === null || !isAllowed(address)) {
        log.warn({ route }, 'a file would be put where none may be');
        return 'not-allowed';
      }
      const sent = await upload(url, bytes, { deadlineMs, mayBePrivate: isNamedHost(address) });
      if (sent.kind === 'uploaded') return 'done';
      log.warn({ route, error: new Error(sent.why) }, 'a file could not be put into a drive');
      return 'failed';
    },
  };
}
