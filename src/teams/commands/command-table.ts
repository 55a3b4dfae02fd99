import type { CommandName } from './command-name.ts';

export type CommandPlace = 'personal' | 'groupChat' | 'team';

export interface CommandEntry {
  readonly name: CommandName;
  /** What people type, lower-case; the first one is shown. Words may contain one space. */
  readonly words: readonly string[];
  /**
   * Longer forms that count only when nothing but a part or the end follows, so that `new conversation` is a
   * command of its own and `start conversation rules in Legal` still has the topic “conversation rules”.
   */
  readonly phrases: readonly string[];
  /**
   * What may follow: `nothing` (anything else makes it ordinary text), `command` (one command's name),
   * `parts` (topic, group, people and body), `thread-parts` (the same with a conversation).
   */
  readonly takes: 'nothing' | 'command' | 'parts' | 'thread-parts';
  /** How it is written, optional parts in brackets. */
  readonly usage: string;
  readonly example: string;
  readonly places: readonly CommandPlace[];
}

const everywhere = ['personal', 'groupChat', 'team'] as const;

/** Every command, in the order in which help shows them. Their help lines are in `../texts`, one per language. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'start',
    words: ['start', 'new'],
    phrases: [
      'start conversation',
      'new conversation',
      'start a conversation',
      'start new conversation',
      'start a new conversation',
    ],
    takes: 'parts',
    usage: 'start "Topic" in "Group" [with people]: text',
    example: 'start "Budget 2027" in "Finance" with ada@contoso.com: Here is the plan.',
    places: everywhere,
  },
  {
    name: 'thread',
    words: ['thread'],
    phrases: ['start thread', 'new thread', 'start a thread', 'start a new thread'],
    takes: 'thread-parts',
    usage: 'thread "Topic" in "Group" / "Conversation" [with people]: text',
    example: 'thread "Travel costs" in "Finance" / "Budget 2027": Who knows last year’s figures?',
    places: everywhere,
  },
  {
    name: 'help',
    words: ['help', '?'],
    phrases: [],
    takes: 'command',
    usage: 'help [command]',
    example: 'help start',
    places: everywhere,
  },
  {
    name: 'pending',
    words: ['pending'],
    phrases: [],
    takes: 'nothing',
    usage: 'pending',
    example: 'pending',
    places: ['personal'],
  },
  {
    name: 'sign-in',
    words: ['sign in', 'sign-in', 'signin', 'log in', 'login'],
    phrases: [],
    takes: 'nothing',
    usage: 'sign in',
    example: 'sign in',
    places: ['personal'],
  },
  {
    name: 'sign-out',
    words: ['sign out', 'sign-out', 'signout', 'log out', 'logout'],
    phrases: [],
    takes: 'nothing',
    usage: 'sign out',
    example: 'sign out',
    places: ['personal'],
  },
  {
    name: 'whoami',
    words: ['whoami', 'who am i'],
    phrases: [],
    takes: 'nothing',
    usage: 'whoami',
    example: 'whoami',
    places: ['personal'],
  },
  {
    name: 'forget-me',
    words: ['forget me', 'forget-me'],
    phrases: [],
    takes: 'nothing',
    usage: 'forget me',
    example: 'forget me',
    places: ['personal'],
  },
];
