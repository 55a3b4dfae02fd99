import { createHash } from 'node:crypto';
import type { Activity, Attachment } from 'botbuilder';
import type { PostFile } from '../../conversations/post-file.ts';
import { contentTypeOf } from './content-type-of.ts';
import { fileName } from './file-name.ts';

/** Teams' own type for a file that was sent to a bot (Teams platform, “Send and receive files through the bot”). */
const sentFile = 'application/vnd.microsoft.teams.file.download.info';

/** More than that is nobody's message. */
const most = 50;

/** Files and pictures that came with a message. */
export interface MessageFiles {
  readonly files: readonly PostFile[];
  /**
   * The content id of a picture in the text: the one of its own address, else of the next that came with the message,
   * because the copy names other addresses than the attachments do.
   */
  contentIdOf(picture: { src: string }): string | undefined;
}

/** @param ids fresh ids, 32 hex digits each */
export function readFiles(activity: Activity, ids: () => string): MessageFiles {
  const attachments = (activity.attachments ?? []).slice(0, most);
  const pictures = attachments.flatMap((attachment, index) => pictureOf(attachment, activity, index, ids));
  const files = attachments.flatMap((attachment) => fileOf(attachment, ids));
  const waiting = [...pictures];
  const linked: PostFile[] = [];
  return {
    get files() {
      return [...pictures, ...linked, ...files];
    },
    contentIdOf({ src }) {
      const at = waiting.findIndex(({ origin }) => origin.url === src);
      const [own] = waiting.splice(Math.max(at, 0), 1);
      if (own !== undefined) return own.contentId;
      // The text shows a picture that did not come along: its own address is all there is.
      if (!URL.canParse(src) || linked.length + pictures.length >= most) return undefined;
      const picture = newPicture({ url: src, number: pictures.length + linked.length + 1, ids });
      linked.push(picture);
      return picture.contentId;
    },
  };
}

function fileOf({ contentType, content, contentUrl, name }: Attachment, ids: () => string): PostFile[] {
  if (contentType !== sentFile) return [];
  const { downloadUrl, uniqueId } = (content ?? {}) as { downloadUrl?: unknown; uniqueId?: unknown };
  if (typeof downloadUrl !== 'string') return [];
  const called = fileName(name ?? '');
  const link = URL.parse(contentUrl ?? '');
  return [
    {
      id: ids(),
      name: called,
      contentType: contentTypeOf(called),
      state: 'fetching',
      origin: {
        url: downloadUrl,
        picture: false,
        key: typeof uniqueId === 'string' && uniqueId !== '' ? uniqueId : keyOf(downloadUrl),
      },
      ...(link?.protocol === 'https:' && { link: link.href }),
    },
  ];
}

function pictureOf(
  { contentType, contentUrl }: Attachment,
  { serviceUrl }: Activity,
  index: number,
  ids: () => string,
): PostFile[] {
  if (!/^image\//i.test(contentType ?? '') || typeof contentUrl !== 'string') return [];
  return [newPicture({ url: contentUrl, number: index + 1, ids, serviceUrl })];
}

function newPicture(options: {
  url: string;
  number: number;
  ids: () => string;
  serviceUrl?: string;
}): PostFile {
  const { url, number, ids, serviceUrl } = options;
  const id = ids();
  return {
    id,
    name: `picture-${number}`,
    contentType: 'image/png',
    contentId: id,
    state: 'fetching',
    origin: { url, picture: true, key: keyOf(url), ...(serviceUrl !== undefined && { serviceUrl }) },
  };
}

function keyOf(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}
