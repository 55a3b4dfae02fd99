import type { Attachment } from 'botbuilder';

/** What a client said where the file goes (Teams platform, "Send and receive files through the bot"): anything, until it is checked. */
export interface UploadInfo {
  readonly contentUrl: string;
  readonly uploadUrl: string;
  readonly uniqueId: string;
}

/**
 * Asks the person of a personal chat whether a file may be put into their OneDrive; `ticket` and until when it is good come
 * back with the answer.
 */
export function fileConsent(file: {
  name: string;
  description: string;
  /** Bytes. */
  size: number;
  ticket: string;
  until: Date;
}): Attachment {
  const context = { ticket: file.ticket, until: file.until.toISOString() };
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name: file.name,
    content: {
      description: file.description,
      sizeInBytes: file.size,
      acceptContext: context,
      declineContext: context,
    },
  };
}

/** Shows a file that is in the person's OneDrive. */
export function fileInfo(name: string, { contentUrl, uniqueId }: UploadInfo): Attachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl,
    name,
    content: { uniqueId, fileType: /\.([^.]+)$/.exec(name)?.[1] ?? '' },
  };
}
