import type { CommandName } from './command-name.ts';

/** What can be wrong with a typed command; each language's texts have a sentence for each. */
export type CommandProblemCode =
  /** Details: `near`, the first characters from the quote on. */
  'quote-not-closed';

/** Where a typed command went wrong: an offset into the text (UTF-16), what it is, and how it is written right. */
export interface CommandProblem {
  readonly at: number;
  readonly code: CommandProblemCode;
  /** Words for the sentence, see `Texts.commandProblem`. */
  readonly details: Readonly<Record<string, string>>;
  readonly example: string;
}

/** What a command that posts was given. Absent parts are undefined or `''`; nothing is checked against a tenant. */
interface PostingParts {
  readonly topic?: string;
  /** Name, mail address or id of the group as typed. */
  readonly group?: string;
  /** Recipients as typed, see `parseRecipients`. */
  readonly people: string;
  /** Exactly what was typed, every character and line break. */
  readonly body: string;
  /** Everything needed to post is there and could be read in one way only; otherwise the form opens. */
  readonly complete: boolean;
  readonly problem?: CommandProblem;
}

export type StartCommand = PostingParts & { readonly kind: 'start' };

export type ThreadCommand = PostingParts & {
  readonly kind: 'thread';
  /** Topic of the existing conversation as typed. */
  readonly conversation?: string;
};

/** What a person said to Kickoff, as a plain object. */
export type Command =
  | StartCommand
  | ThreadCommand
  | { readonly kind: 'help'; readonly about?: CommandName }
  | { readonly kind: 'pending' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'whoami' }
  | { readonly kind: 'forget-me' }
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest?: CommandName }
  | { readonly kind: 'empty' };
