import type { ChatMessage } from '../channel/chat-message.ts';

/** Teams' own cards for files of bots (Teams platform, "Send and receive files through the bot"). */
export const consentCardType = 'application/vnd.microsoft.teams.card.file.consent';
export const infoCardType = 'application/vnd.microsoft.teams.card.file.info';

/** A bot asks whether it may put a file into the person's OneDrive. */
export interface FileConsent {
  name: string;
  description: string;
  sizeInBytes: number;
  acceptContext: unknown;
  declineContext: unknown;
}

/** What a message asks; undefined when it asks for no file. */
export function readFileConsent({ attachments }: ChatMessage): FileConsent | undefined {
  const card = attachments.find(({ contentType }) => contentType === consentCardType);
  if (card === undefined) return undefined;
  const content = (card.content ?? {}) as Partial<FileConsent>;
  return {
    name: card.name ?? '',
    description: content.description ?? '',
    sizeInBytes: content.sizeInBytes ?? 0,
    acceptContext: content.acceptContext,
    declineContext: content.declineContext,
  };
}

/** Files that a message shows, by the id that OneDrive gave them. */
export function readFileInfos({ attachments }: ChatMessage): { id: string; name: string }[] {
  return attachments
    .filter(({ contentType }) => contentType === infoCardType)
    .map(({ name = '', content }) => ({
      id: (content as { uniqueId?: string } | undefined)?.uniqueId ?? '',
      name,
    }));
}
