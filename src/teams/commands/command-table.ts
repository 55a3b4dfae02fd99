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
   * What may follow: `nothing` (anything else makes it ordinary text), `command` (one command's name), `group` (one group,
   * by name or number), `line` (whatever else stands on its line), `parts` (topic, group, people and body),
   * `thread-parts` (the same with a conversation), `reply-parts` (a conversation by number or topic, group, people, body).
   */
  readonly takes: 'nothing' | 'command' | 'group' | 'line' | 'parts' | 'thread-parts' | 'reply-parts';
  /** How it is written, optional parts in brackets. */
  readonly usage: string;
  readonly example: string;
  /** Where it is answered; elsewhere it says that it belongs into the personal chat. */
  readonly places: readonly CommandPlace[];
  /** Whether the app's manifest suggests it: Teams takes 12 for each kind of chat. */
  readonly suggested: boolean;
}

const everywhere = ['personal', 'groupChat', 'team'] as const;
const inPrivate = ['personal'] as const;

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
    usage: 'start "Topic" in "Group" [with people] [at "time"]: text',
    example: 'start "Budget 2027" in "Finance" with ada@contoso.com: Here is the plan.',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'thread',
    words: ['thread'],
    phrases: ['start thread', 'new thread', 'start a thread', 'start a new thread'],
    takes: 'thread-parts',
    usage: 'thread "Topic" in "Group" / "Conversation" [with people] [at "time"]: text',
    example: 'thread "Travel costs" in "Finance" / "Budget 2027": Who knows last year’s figures?',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'reply',
    words: ['reply', 'answer'],
    phrases: [],
    takes: 'reply-parts',
    usage: 'reply #2 [at "time"]: text, or reply "Topic" in "Group" [at "time"]: text',
    example: 'reply "Budget 2027" in "Finance": I agree.',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'recent',
    words: ['recent'],
    phrases: [],
    takes: 'group',
    usage: 'recent ["Group"]',
    example: 'recent "Finance"',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'groups',
    words: ['groups', 'my groups'],
    phrases: [],
    takes: 'nothing',
    usage: 'groups',
    example: 'groups',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'use',
    words: ['use'],
    phrases: [],
    takes: 'group',
    usage: 'use ["Group" or nothing]',
    example: 'use "Finance"',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'pending',
    words: ['pending'],
    phrases: [],
    takes: 'nothing',
    usage: 'pending',
    example: 'pending',
    places: inPrivate,
    suggested: true,
  },
  {
    name: 'watch',
    words: ['watch'],
    phrases: [],
    takes: 'line',
    usage: 'watch "Group"',
    example: 'watch "Finance"',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'unwatch',
    words: ['unwatch'],
    phrases: [],
    takes: 'line',
    usage: 'unwatch "Group"',
    example: 'unwatch "Finance"',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'watching',
    words: ['watching'],
    phrases: [],
    takes: 'nothing',
    usage: 'watching',
    example: 'watching',
    places: everywhere,
    suggested: false,
  },
  {
    name: 'sign-in',
    words: ['sign in', 'sign-in', 'signin', 'log in', 'login'],
    phrases: [],
    takes: 'nothing',
    usage: 'sign in',
    example: 'sign in',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'sign-out',
    words: ['sign out', 'sign-out', 'signout', 'log out', 'logout'],
    phrases: [],
    takes: 'nothing',
    usage: 'sign out',
    example: 'sign out',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'whoami',
    words: ['whoami', 'who am i'],
    phrases: [],
    takes: 'nothing',
    usage: 'whoami',
    example: 'whoami',
    places: inPrivate,
    suggested: false,
  },
  {
    name: 'help',
    words: ['help', '?', 'hilfe'],
    phrases: [],
    takes: 'command',
    usage: 'help [command]',
    example: 'help start',
    places: everywhere,
    suggested: true,
  },
  {
    name: 'forget-me',
    words: ['forget me', 'forget-me'],
    phrases: [],
    takes: 'nothing',
    usage: 'forget me',
    example: 'forget me',
    places: inPrivate,
    suggested: false,
  },
];
