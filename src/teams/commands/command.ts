import type { PlannedTime } from '../../conversations/schedule/planned-time.ts';
import type { CommandName } from './command-name.ts';

/** What can be wrong with a typed command; each language's texts have a sentence for each. */
export type CommandProblemCode =
  /** Details: `near`, the words around it. */
  | 'quote-not-closed'
  /** A colon that might as well belong to a name. Details: `near`. */
  | 'colon-unclear'
  /** The command has a text, and a part before its colon is not there. Details: `near`. */
  | 'topic-missing'
  | 'group-missing'
  | 'conversation-missing'
  /** Words behind a number or a quoted part that may be the text or not. Details: `near`. */
  | 'text-unclear'
  /** What stands behind `at` cannot be read as a time. Details: `near`, what was typed. */
  | 'time-unclear'
  /** A word (`in`, `with`, `at`) or sign (`/`, `#`) that leads to nothing. Details: `word`, `near`. */
  | 'nothing-follows'
  /** A quote, or what stands for one, that belongs to nothing. Details: `near`. */
  | 'quote-unclear'
  /** Words behind a quoted part that belong to no part. Details: `near`. */
  | 'words-unclear'
  /** No number of a list. Details: `word`, as typed; `near`. */
  | 'number-unclear'
  /** A group beside a number, which names its group already. Details: `near`. */
  | 'number-and-group';

/** Where a typed command went wrong: an offset into the text (UTF-16), what it is, and how it is written right. */
export interface CommandProblem {
  readonly at: number;
  readonly code: CommandProblemCode;
  /** Words for the sentence, see `Texts.commandProblem`. */
  readonly details: Readonly<Record<string, string>>;
  /** The same command as it would be right, with what was understood of it. */
  readonly example: string;
}

/** What a command that posts was given. Absent parts are undefined or `''`; nothing is checked against a tenant. */
interface PostingParts {
  readonly topic?: string;
  /** Name, mail address or id of the group as typed. */
  readonly group?: string;
  /** The group was named by a number from the last list: `#2`, which `group` holds as typed. */
  readonly groupNumber?: number;
  /** Recipients as typed, see `parseRecipients`. */
  readonly people: string;
  /** When it is to be posted, if not at once. */
  readonly plan?: PlannedTime;
  /** Exactly what was typed, every character and line break. */
  readonly body: string;
  /** Everything needed to post is there and could be read in one way only; otherwise the form opens. */
  readonly complete: boolean;
  /** Only the group is missing: it can be posted where a group is known without saying. */
  readonly completeButGroup?: boolean;
  readonly problem?: CommandProblem;
}

export type StartCommand = PostingParts & { readonly kind: 'start' };

export type ThreadCommand = PostingParts & {
  readonly kind: 'thread';
  /** Topic of the existing conversation as typed. */
  readonly conversation?: string;
};

/** `topic` is that of the conversation that is answered, as typed. */
export type ReplyCommand = PostingParts & {
  readonly kind: 'reply';
  /** The conversation's number in the last list. */
  readonly number?: number;
};

export type PostingCommand = StartCommand | ThreadCommand | ReplyCommand;

/** A group by name, address or id as typed, or by its number in the last list. */
export interface TypedGroup {
  readonly group?: string;
  readonly groupNumber?: number;
}

/** A command that is not done while something is wrong with how it is written. */
interface MayBeWrong {
  readonly problem?: CommandProblem;
}

/** What a person said to Kickoff, as a plain object. */
export type Command =
  | PostingCommand
  | (TypedGroup & MayBeWrong & { readonly kind: 'recent' })
  /** Without a group the question which one is used; `nothing` forgets it. */
  | (TypedGroup & MayBeWrong & { readonly kind: 'use'; readonly nothing?: boolean })
  | (MayBeWrong & { readonly kind: 'watch' | 'unwatch'; readonly said: string })
  | { readonly kind: 'help'; readonly about?: CommandName }
  | { [Name in BareCommandName]: { readonly kind: Name } }[BareCommandName]
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest?: CommandName }
  | { readonly kind: 'empty' };

/** Commands that are complete with their words. */
export type BareCommandName =
  'groups' | 'pending' | 'watching' | 'sign-in' | 'sign-out' | 'whoami' | 'forget-me';
