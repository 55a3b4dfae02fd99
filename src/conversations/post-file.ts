import type { Reason } from './request.ts';

/** Where a file can be fetched from, for a while. */
export interface FileOrigin {
  readonly url: string;
  /** The service that keeps it and wants the bot's own token; undefined: the address alone is enough. */
  readonly serviceUrl?: string;
  /** Only a picture will do, because it is shown in the text. */
  readonly picture: boolean;
  /** The same for the same file, whatever address it is handed out under. */
  readonly key: string;
}

/**
 * A file that somebody gave to a post.
 * - `fetching`: known by its address only;
 * - `stored`: its bytes are kept and go with the post;
 * - `linked`: too large to go with it, so the text links to it;
 * - `left-out`: it does not go, for a reason that the receipt says.
 */
export interface PostFile {
  /** 32 lower-case hex digits; names the bytes in the store. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** For a picture: its name in the text (`cid:…`). */
  readonly contentId?: string;
  readonly state: 'fetching' | 'stored' | 'linked' | 'left-out';
  readonly origin: FileOrigin;
  /** An address that lasts, for those who may open it. */
  readonly link?: string;
  /** Bytes. */
  readonly size?: number;
  /** SHA-256, hex. */
  readonly digest?: string;
  readonly reason?: Reason;
}
