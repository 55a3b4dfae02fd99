import type { ChatMessage } from '../channel/chat-message.ts';
import type { AdaptiveCard } from './card-element.ts';
import type { CardFooter } from './message-view.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** What one person alone sees of a message, on top of what everybody sees. */
export interface PersonalView {
  /** Cards that the bot answered with: they stand in for the message's own until it is changed for everybody. */
  cards: readonly AdaptiveCard[] | undefined;
  footer: CardFooter | undefined;
  /** An OAuthCard of this message: being exchanged, done, or its button is needed. */
  signIn: 'exchanging' | 'done' | 'asks' | undefined;
  /** A press that waits until its person has signed in. */
  waiting: { action: string; inputs: Readonly<Record<string, string>>; request: SignInRequest } | undefined;
  /** How a file consent card of this message was answered. */
  consent: 'accept' | 'decline' | undefined;
  revision: number;
}

export type PersonalChange = Partial<Omit<PersonalView, 'revision'>>;

/** The personal views of one person, by message. */
export interface PersonalViews {
  get(message: ChatMessage): PersonalView | undefined;
  /** Does nothing when the message was changed for everybody since and this person acted on that already. */
  change(message: ChatMessage, change: PersonalChange): void;
}

/**
 * @param onChange told of each change.
 */
export function createPersonalViews(onChange: (message: ChatMessage) => void): PersonalViews {
  const views = new Map<string, { view: PersonalView; of: number }>();
  const fresh: PersonalView = {
    cards: undefined,
    footer: undefined,
    signIn: undefined,
    waiting: undefined,
    consent: undefined,
    revision: 0,
  };

  // An update of the message replaces what the person was shown before it; ids never repeat over chats.
  const get = (message: ChatMessage): PersonalView | undefined => {
    const kept = views.get(message.id);
    return kept?.of === message.revision ? kept.view : undefined;
  };

  return {
    get,
    change(message, change) {
      const before = views.get(message.id);
      if (before !== undefined && before.of > message.revision) return;
      const view = { ...(get(message) ?? fresh), ...change, revision: (before?.view.revision ?? 0) + 1 };
      views.set(message.id, { view, of: message.revision });
      onChange(message);
    },
  };
}
