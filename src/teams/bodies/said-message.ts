import type { Activity } from 'botbuilder';
import { readFiles, type MessageFiles } from '../files/read-files.ts';
import { readBody, type ReadBody } from './read-body.ts';
import type { PostFile } from '../../conversations/post-file.ts';

/** What came with a message besides its plain text. */
export interface SaidMessage {
  /** Reads the part of it that the parser took for the body, given exactly as it stands in the plain text. */
  read(body: string): ReadBody & { files: readonly PostFile[] };
}

/** @param ids fresh ids, 32 hex digits each */
export function saidMessage(activity: Activity, ids: () => string): SaidMessage {
  const html = (activity.attachments ?? []).find(({ contentType }) => contentType === 'text/html')
    ?.content as unknown;
  return {
    read(body) {
      const came: MessageFiles = readFiles(activity, ids);
      const copy = typeof html === 'string' ? html : undefined;
      const read = readBody(withNames(body, activity), copy, (picture) => came.contentIdOf(picture));
      return { ...read, files: came.files };
    },
  };
}

/** Mentions as names: in plain text Teams writes them as `<at>Name</at>`. */
function withNames(body: string, { entities = [] }: Activity): string {
  return entities.reduce((text, entity) => {
    const {
      type,
      text: mention,
      mentioned,
    } = entity as {
      type?: unknown;
      text?: unknown;
      mentioned?: { name?: unknown };
    };
    if (type !== 'mention' || typeof mention !== 'string' || !/^<at\b[^<>]*>[^<>]*<\/at>$/.test(mention))
      return text;
    const name = typeof mentioned?.name === 'string' ? mentioned.name : mention.replace(/<[^<>]*>/g, '');
    return text.replaceAll(mention, () => name);
  }, body);
}
