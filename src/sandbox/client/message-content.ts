import type { ChatAttachment } from '../channel/chat-message.ts';
import type { AdaptiveCard } from './card-element.ts';
import type { Chat } from '../channel/chats.ts';
import type { SharedFile, SharedFiles } from '../channel/shared-files.ts';

/** What a person puts into a message besides words. */
export interface MessageContent {
  /** The text as it was formatted, without a mention in front; a paragraph for each line unless given. Pictures stand in it as `<img data-picture="0">`. */
  html?: string;
  /** Files: only in the personal chat, because bots get none anywhere else. */
  files?: readonly SharedFile[];
  /** Pictures in the text. */
  pictures?: readonly SharedFile[];
  /** Cards of a message extension's results. */
  cards?: readonly AdaptiveCard[];
}

/**
 * Files and pictures as Teams hands them to a bot: files with a short-lived address that asks for nothing, pictures with
 * an address at the service that asks for the bot's token (Teams platform, “Send and receive files through the bot”).
 */
export function sharedAttachments(
  shared: SharedFiles,
  chat: Chat,
  { files = [], pictures = [], cards = [] }: MessageContent,
): { attachments: ChatAttachment[]; pictures: readonly string[] } {
  if (files.length > 0 && chat.kind !== 'personal') throw new Error('Bots get files in personal chats only.');
  const addresses = pictures.map((picture) => shared.addPicture(picture));
  const sent = files.map((file): ChatAttachment => {
    const { id, contentUrl, downloadUrl } = shared.share(file);
    const fileType = /\.([^.]+)$/.exec(file.name)?.[1] ?? '';
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl,
      name: file.name,
      content: { downloadUrl, uniqueId: id, fileType },
    };
  });
  const shown = addresses.map((contentUrl): ChatAttachment => ({ contentType: 'image/*', contentUrl }));
  const inserted = cards.map((content): ChatAttachment => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
  }));
  return { attachments: [...shown, ...sent, ...inserted], pictures: addresses };
}

/** The formatted text; pictures get addresses of another kind than the attachments have, as in Teams. */
export function htmlOf({ html }: MessageContent, pictures: readonly string[]): string | undefined {
  return html?.replace(/<img data-picture="(\d+)">/g, (_, index: string) => {
    const source = `https://eu-api.asm.skype.com/v1/objects/${index}-${pictures.length}/views/imgo`;
    return `<img alt="image" src="${source}" itemscope="" itemtype="http://schema.skype.com/AMSImage">`;
  });
}
