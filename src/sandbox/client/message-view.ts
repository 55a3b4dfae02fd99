import type { ChatAttachment, ChatMessage } from '../channel/chat-message.ts';
import { pictureIdIn } from '../channel/shared-files.ts';
import type { AdaptiveCard } from './card-element.ts';
import { consentCardType, infoCardType, readFileConsent, readFileInfos } from './file-cards.ts';
import type { PersonalView } from './personal-views.ts';
import { oauthCardType, readSignInRequest } from './sign-in-request.ts';

/** A line under a card: what the bot answered to the press. */
export type CardFooter =
  { kind: 'info' | 'error'; text: string } | { kind: 'sign-in'; text: string; title: string; url: string };

/** A message as one person sees it. */
export interface MessageView {
  id: string;
  rootId: string | undefined;
  from: { kind: 'person' | 'bot'; id: string; name: string };
  mine: boolean;
  /** Nobody else in the chat sees it. */
  onlyMe: boolean;
  /** ISO 8601, UTC. */
  sentAt: string;
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  cards: readonly AdaptiveCard[];
  /** The bot asks to sign in, and it could not be done silently. */
  signIn: { text: string; title: string; url: string } | undefined;
  footer: CardFooter | undefined;
  /** Content types that this client cannot show. */
  unknownAttachments: readonly string[];
  /** Names of the files that came with it. */
  files: readonly string[];
  /** The bot asks whether it may put a file into the person's OneDrive; `answer` once that was answered. */
  fileConsent:
    | { name: string; description: string; sizeInBytes: number; answer: 'accept' | 'decline' | undefined }
    | undefined;
  /** Files that the bot has put there. */
  uploaded: readonly { id: string; name: string }[];
  /** Ids of the pictures in its text. */
  pictures: readonly string[];
  edited: boolean;
  deleted: boolean;
  /** The bot's HTTP status when it did not take the message. */
  failedDelivery: number | undefined;
  /** Changes whenever anything else here does. */
  revision: string;
}

const fileType = 'application/vnd.microsoft.teams.file.download.info';
const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * Draws together what everybody sees and what only this person sees.
 *
 * @returns undefined while Teams would show nothing: a sign-in card that is being, or was, answered silently.
 */
export function viewMessage(
  message: ChatMessage,
  personal: PersonalView | undefined,
  teamsId: string,
): MessageView | undefined {
  const own = ofType(message, cardType).map((each) => each.content as AdaptiveCard);
  const cards = personal?.cards ?? own;
  const signIn = askedSignIn(message, personal);
  const isBare = message.text === '' && cards.length === 0 && signIn === undefined;
  if (isBare && ofType(message, oauthCardType).length > 0) return undefined;
  const { id, rootId, from, text, textFormat, edited, deleted } = message;
  return {
    id,
    rootId,
    from,
    text,
    textFormat,
    edited,
    deleted,
    cards,
    signIn,
    mine: from.id === teamsId,
    onlyMe: message.onlyFor !== undefined,
    sentAt: message.sentAt.toISOString(),
    footer: personal?.footer,
    unknownAttachments: message.attachments
      .map((each) => each.contentType)
      .filter((type) => type !== cardType && type !== oauthCardType && !type.startsWith('image/'))
      .filter((type) => ![fileType, consentCardType, infoCardType].includes(type)),
    fileConsent: askedConsent(message, personal),
    uploaded: readFileInfos(message),
    files: ofType(message, fileType).map(({ name = '' }) => name),
    pictures: ofType(message, 'image/*').flatMap(({ contentUrl = '' }) => pictureIdIn(contentUrl) ?? []),
    failedDelivery: (message.deliveryStatus ?? 0) >= 300 ? message.deliveryStatus : undefined,
    revision: `${message.revision}.${personal?.revision ?? 0}`,
  };
}

function askedConsent(message: ChatMessage, personal: PersonalView | undefined): MessageView['fileConsent'] {
  const asked = readFileConsent(message);
  if (asked === undefined) return undefined;
  const { name, description, sizeInBytes } = asked;
  return { name, description, sizeInBytes, answer: personal?.consent };
}

/** The OAuthCard's button, once it is known that the person has to press it. */
function askedSignIn(message: ChatMessage, personal: PersonalView | undefined): MessageView['signIn'] {
  const request = readSignInRequest(ofType(message, oauthCardType)[0]?.content);
  if (request === undefined || personal?.signIn !== 'asks') return undefined;
  return { text: request.text, ...request.button };
}

function ofType(message: ChatMessage, type: string): ChatAttachment[] {
  return message.attachments.filter((each) => each.contentType === type);
}
