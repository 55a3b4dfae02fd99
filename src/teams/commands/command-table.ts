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
  /** Words of other languages that are typed for it, lower-case: it is suggested, not done. */
  readonly meantBy?: readonly string[];
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
    meantBy: ['neu', 'neue unterhaltung', 'starten', 'beginnen', 'unterhaltung'],
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
    meantBy: ['neuer thread', 'thema'],
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
    meantBy: ['antworten', 'antwort'],
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
    meantBy: ['neueste', 'letzte', 'zuletzt'],
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
    meantBy: ['gruppen', 'meine gruppen'],
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
    meantBy: ['verwenden', 'benutzen'],
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
    meantBy: ['ausstehend', 'offen'],
    places: inPrivate,
    suggested: true,
  },
  {
    name: 'watch',
    words: ['watch'],
    phrases: [],
    takes: 'line',
    usage: 'watch ["Conversation" in] ["Group"]',
    example: 'watch "Finance"',
    meantBy: ['beobachten', 'abonnieren'],
    places: everywhere,
    suggested: true,
  },
  {
    name: 'unwatch',
    words: ['unwatch'],
    phrases: [],
    takes: 'line',
    usage: 'unwatch ["Conversation" in] ["Group"]',
    example: 'unwatch "Finance"',
    meantBy: ['nicht beobachten'],
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
    meantBy: ['anmelden', 'einloggen'],
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
    meantBy: ['abmelden', 'ausloggen'],
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
    meantBy: ['wer bin ich'],
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
    meantBy: ['vergiss mich', 'vergessen'],
    places: inPrivate,
    suggested: false,
  },
];
