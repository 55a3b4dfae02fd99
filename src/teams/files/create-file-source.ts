import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { FetchedFile, FileSource } from '../../conversations/ports/file-source.ts';
import type { Log } from '../../conversations/ports/log.ts';
import type { FileOrigin } from '../../conversations/post-file.ts';
import { download, type Download } from './download.ts';
import { pictureType } from './picture-type.ts';

export interface FileSourceOptions {
  /** Hosts that files may be fetched from, without any token. */
  isFileHostAllowed: (url: string) => boolean;
  /** Hosts that the bot's token may be sent to. */
  isServiceUrlAllowed: (url: string) => boolean;
  /** Hosts that were named one by one in the settings, and so may be in the own network. */
  isNamedHost: (url: string) => boolean;
  /** The bot's own token for a service URL. */
  botToken: (serviceUrl: string) => Promise<string>;
  log: Log;
}

/** Fetches what people gave to the bot, from listed hosts only. */
export function createFileSource(options: FileSourceOptions): FileSource {
  const { isFileHostAllowed, isServiceUrlAllowed, isNamedHost, log } = options;

  function allowedAddress(address: string): URL | undefined {
    const url = URL.parse(address);
    if (url?.protocol !== 'https:') return undefined;
    return isFileHostAllowed(address) || isServiceUrlAllowed(address) ? url : undefined;
  }

  async function tokenFor({ url, serviceUrl }: FileOrigin): Promise<string | undefined> {
    return serviceUrl !== undefined && isServiceUrlAllowed(url) ? options.botToken(serviceUrl) : undefined;
  }

  return {
    async fetch(origin, { most, deadlineMs }) {
      const url = allowedAddress(origin.url);
      if (url === undefined) {
        const host = URL.parse(origin.url)?.host ?? '';
        log.warn({ route: `GET ${host}` }, 'a file is kept where none may be fetched');
        return { kind: 'refused', error: new CodedError('FILE_HOST_NOT_ALLOWED', { host }) };
      }
      try {
        const token = await tokenFor(origin);
        const got = await download(url, {
          ...{ most, deadlineMs },
          mayBePrivate: isNamedHost(origin.url),
          ...(token !== undefined && { token }),
        });
        if (got.kind === 'refused' || got.kind === 'failed')
          log.warn({ route: `GET ${url.host}`, error: new Error(got.why) }, 'a file could not be fetched');
        return fetchedFile(got, origin);
      } catch (error) {
        log.warn({ route: `GET ${url.host}`, error }, 'a file could not be fetched');
        return { kind: 'failed', error: new CodedError('FILE_NOT_FETCHED') };
      }
    },
  };
}

function fetchedFile(got: Download, { picture }: FileOrigin): FetchedFile {
  switch (got.kind) {
    case 'bytes': {
      if (!picture) return { kind: 'fetched', bytes: got.bytes };
      const contentType = pictureType(got.bytes);
      if (contentType === undefined) return { kind: 'refused', error: new CodedError('FILE_NO_PICTURE') };
      return { kind: 'fetched', bytes: got.bytes, contentType };
    }
    case 'too-large':
      return got;
    case 'refused':
    case 'failed':
      return { kind: got.kind, error: new CodedError('FILE_NOT_FETCHED') };
  }
}
