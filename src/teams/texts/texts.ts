import type { Feature } from '../../conversations/account/permission-table.ts';
import type { ErrorDetails } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import type { CommandName } from '../commands/command-name.ts';
import type { CommandProblem } from '../commands/command.ts';
import type { HousekeepingTexts } from './housekeeping-texts.ts';

/** What happened, and what to do next: one plain sentence each. */
export interface ErrorSentences {
  readonly says: string;
  readonly next: string;
}

/**
 * Every sentence that Kickoff says in Teams, one object per language; `textsFor` chooses the language of a turn.
 * Arguments are plain text: cards put the results into text runs, or escape them.
 */
export interface Texts {
  /** BCP 47 language of these texts, for dates. */
  readonly language: string;

  /** What went wrong, from its code and details. */
  error(error: { readonly code: ErrorCode; readonly details?: ErrorDetails }): ErrorSentences;
  /** What is wrong with a typed command. */
  commandProblem(problem: Pick<CommandProblem, 'code' | 'details'>): string;
  /** One help line per command. */
  readonly commandHelp: Readonly<Record<CommandName, string>>;
  readonly help: {
    readonly title: string;
    /** The title for somebody who has just installed it. */
    readonly welcome: string;
    /** Where the rest is found. */
    readonly more: string;
    readonly intro: string;
    readonly example: string;
    readonly start: string;
  };

  readonly form: {
    readonly titleConversation: string;
    readonly titleThread: string;
    readonly titleReply: string;
    /** What a reply answers. `group`: its name, undefined where it could not be looked up. */
    replyTo(topic: string, group: string | undefined): string;
    restrictedTo(name: string): string;
    readonly problems: string;
    readonly group: string;
    readonly groupPlaceholder: string;
    readonly groupTypedPlaceholder: string;
    readonly conversation: string;
    readonly conversationPlaceholder: string;
    /** For a group or conversation that was chosen, where its name is not at hand. */
    readonly chosenGroup: string;
    readonly chosenConversation: string;
    readonly topic: string;
    readonly topicPlaceholder: string;
    readonly body: string;
    readonly bodyPlaceholder: string;
    /** Of the organisation, to be chosen; and by address or name. */
    readonly peoplePicker: string;
    readonly people: string;
    readonly peoplePlaceholder: string;
    /** Inputs of when it is to be posted; both may stay empty. */
    readonly postDate: string;
    readonly postTime: string;
    readonly postZone: string;
    readonly groupMissing: string;
    readonly topicMissing: string;
    readonly bodyMissing: string;
    readonly post: string;
    readonly cancel: string;
    readonly preview: string;
    /** The form holds rich text, some of whose look it cannot show. */
    readonly lookLost: string;
    /** At a field whose text is too long for the card. */
    tooLongToEdit(characters: number): string;
  };
  /** A form as Outlook will show it. */
  readonly preview: {
    readonly title: string;
    readonly change: string;
    /** Label of the planned time. */
    readonly when: string;
    /** Where a picture stands in the text. */
    readonly picture: string;
    /** The text is longer than the card can show. */
    readonly cut: string;
  };
  readonly files: {
    readonly label: string;
    /** A file that is too large to go with the text, which links to it. */
    linked(name: string): string;
  };
  /** Shown in place of a form that was put away. */
  readonly formClosed: string;
  /** The button that brings it back with what was typed. */
  readonly formReopen: string;
  /** A short line for whoever pressed a button that sent a form into the chat. */
  readonly formOpened: string;

  readonly receipt: {
    readonly working: string;
    readonly workingNote: string;
    readonly waitingForSignIn: string;
    readonly waiting: string;
    /** `when`: time of day (and date) in the reader's zone. */
    waitingUntil(when: string): string;
    readonly waitingSoon: string;
    readonly created: string;
    readonly threadCreated: string;
    /** Microsoft 365 has accepted the reply; and: it can be read in the group. */
    readonly replyAccepted: string;
    readonly replySent: string;
    readonly refused: string;
    readonly refusedNote: string;
    readonly unknown: string;
    /** Everything was read, and it is not there. */
    readonly notThere: string;
    /** `when`: time of the last look. */
    looked(group: string, when: string): string;
    readonly youDecide: string;
    readonly couldNotLook: string;
    /** Nobody could look, and: it is tried again; once the person has signed in; when the author says so. */
    readonly nothingSent: string;
    readonly nothingSentUntilSignIn: string;
    readonly nothingSentYouDecide: string;
    /** `count`: how often it is there. */
    foundTwice(count: number): string;
    readonly waitingForYou: string;
    readonly signedInLate: string;
    /** Kickoff came to a planned text more than an hour late. */
    readonly plannedLate: string;
    /** `when`: weekday, date and time with the zone's name. */
    planned(when: string): string;
    readonly plannedNote: string;
    /** Clocks go back that night. */
    readonly firstOfTwo: string;
    /** The button that opens the form with what is planned. */
    readonly change: string;
    /** In place of one that its author changed. */
    readonly replaced: string;
    readonly replacedNote: string;
    /** Many, or people outside, would get it. */
    readonly askFirst: string;
    readonly lookAgain: string;
    readonly sendAgain: string;
    readonly discard: string;
    readonly postNow: string;
    /** The button with which a request goes on that waits for it. */
    readonly signIn: string;
    readonly deleteSecond: string;
    readonly discarded: string;
    readonly discardedNote: string;
    readonly topic: string;
    readonly group: string;
    readonly conversation: string;
    /** Label of the author before anything was posted, and after. */
    readonly from: string;
    readonly author: string;
    readonly people: string;
    /** Behind the first few names: how many more there are. */
    morePeople(count: number): string;
    /** People who were chosen and whose names are not known yet. */
    chosenPeople(count: number): string;
    /** For a group or conversation that was chosen, where its name is not known yet. */
    readonly chosenGroup: string;
    readonly chosenConversation: string;
    readonly openInOutlook: string;
    readonly startAnother: string;
    readonly edit: string;
  };

  /** The same text was posted to the same group a moment ago. */
  readonly similar: {
    readonly title: string;
    readonly note: string;
    /** Before the state of the first. */
    readonly firstIs: string;
    readonly again: string;
  };

  /** To a command whose answer is for its person alone, in a channel or group chat. */
  readonly inPersonalChat: string;

  /** Numbered lists of groups and conversations. Numbers are written as they are typed, with their sign. */
  readonly list: {
    readonly groups: string;
    readonly newest: string;
    readonly noGroups: string;
    noneIn(group: string): string;
    readonly noneAnywhere: string;
    /** In place of an empty topic. */
    readonly noTopic: string;
    /** Not all groups of the person were read. */
    onlySome(read: number, all: number): string;
    notRead(count: number): string;
    /** The button for further lines. */
    more(count: number): string;
    readonly old: string;
    noList(number: string): string;
    noSuchNumber(number: string, last: string): string;
    /** The number stands for a group where a conversation is needed. */
    isGroup(number: string): string;
    readonly reply: string;
    readonly newThread: string;
    readonly start: string;
    readonly recent: string;
    readonly use: string;
    /** To whoever pressed a button whose answer is a message of its own. */
    readonly isBelow: string;
    readonly inOwnChat: string;
    readonly noOwnChat: string;
    lastWords(words: string): string;
  };

  /** The group that a chat posts to when none is named. */
  readonly use: {
    none(example: string): string;
    is(group: string): string;
    chosen(group: string): string;
    /** In a chat of several people. */
    chosenBy(person: string, group: string): string;
    readonly forgotten: string;
  };

  /** Notices of watches; `what`: a group's or conversation's name. */
  readonly notice: {
    readonly newPost: string;
    newPosts(count: number): string;
    /** News of several conversations in one card. */
    summary(conversations: number): string;
    /** Posts, or conversations, that the card has no room for. */
    more(count: number): string;
    readonly reply: string;
    readonly replyMissing: string;
    readonly send: string;
    readonly stop: string;
    stopped(what: string): string;
    /** To somebody who watches nothing of it in this chat. */
    readonly notWatched: string;
    accessLost(what: string): string;
    signIn(what: string): string;
  };

  readonly watch: {
    /** `polling`: answers come a few minutes late there. */
    started(what: string): string;
    /** In a chat of several people. */
    startedBy(person: string, what: string): string;
    already(what: string): string;
    readonly polling: string;
    /** Before everybody in a chat is shown a group's mail. */
    confirm(what: string): string;
    readonly confirmButton: string;
    which(example: string): string;
    readonly title: string;
    readonly none: string;
    readonly paused: string;
    readonly here: string;
    readonly elsewhere: string;
    more(count: number): string;
  };

  /** When a person is told. */
  readonly noticeSettings: {
    readonly title: string;
    readonly open: string;
    readonly quietFrom: string;
    readonly quietTo: string;
    readonly digestAt: string;
    readonly note: string;
    readonly watchStarted: string;
    readonly yes: string;
    readonly no: string;
    readonly save: string;
    readonly saved: string;
    readonly badTime: string;
    readonly bothTimes: string;
  };

  readonly pending: {
    readonly title: string;
    readonly none: string;
    more(count: number): string;
  };

  /** Forwarding and deleting conversations that are there. */
  readonly housekeeping: HousekeepingTexts;

  readonly order: {
    /** To somebody who presses a button that belongs to another. */
    readonly notYours: string;
  };

  /** One line each, where the bot was added. */
  readonly installed: { readonly team: string; readonly groupChat: string };
  readonly forget: {
    readonly title: string;
    readonly note: string;
    /** `count`: requests that are not posted yet. */
    open(count: number): string;
    readonly button: string;
    /** Asked in a channel or group chat. */
    /** What went, and what stays. */
    done(texts: number): string;
    /** `count`: requests that are still looked for. */
    later(count: number): string;
    readonly kept: string;
    /** Where a text would be that is forgotten. */
    readonly gone: string;
  };

  readonly dialog: {
    /** The button that opens the form. */
    readonly fillIn: string;
    readonly fillInNote: string;
    /** A dialog's last line: `status` is the receipt's title. */
    inChat(status: string): string;
    inPersonalChat(status: string): string;
    /** It waits for a sign-in, which the receipt in the chat offers. */
    readonly signInInChat: string;
    /** It waits for a sign-in, which the personal chat or the button offers. */
    readonly signInHere: string;
    /** The receipt has nowhere to go: the person has not added the app. */
    readonly notInstalled: string;
    /** It takes longer than a dialog can wait. */
    readonly late: string;
  };

  /** The message extension. */
  readonly extension: {
    /** Before a message that is quoted: who wrote it. */
    quoted(name: string): string;
    readonly nothingFound: string;
    /** `searched` of `groups` groups were read. */
    partly(searched: number, groups: number): string;
    readonly partlyNote: string;
    /** Signing in is not possible at the moment: the search is to be tried again. */
    readonly searchAgain: string;
    readonly lastPost: string;
  };

  readonly signIn: {
    readonly text: string;
    readonly button: string;
    readonly signedOut: string;
    /** Behind it: how many requests go on only after the next sign-in. */
    waitsForSignIn(count: number): string;
    /** Behind it: how many are planned, and go out only with a sign-in. */
    plannedNeedSignIn(count: number): string;
    /** In place of a sign-in card, once it has done its work. */
    readonly signedIn: string;
    /** In place of a sign-in card that a newer one replaces. */
    readonly newerBelow: string;
    /** Behind a question that waits for the sign-in card that is there already. */
    readonly alreadyAsked: string;
    /** After a sign-in that Entra could not carry out just now. */
    readonly pressAgain: string;
    /** To somebody who has to sign in and has no personal chat with the bot that it could write to. */
    readonly openPersonalChat: string;
  };

  readonly whoami: {
    readonly title: string;
    readonly notSignedIn: string;
    readonly name: string;
    readonly mail: string;
    /** Label of the tenant's id. */
    readonly organisation: string;
    readonly allowed: string;
    readonly notAllowed: string;
    /** `permissions`: names joined by “or”; any of them is enough. */
    missing(permissions: string): string;
    /** It is granted, and Microsoft 365 says no all the same. */
    readonly refused: string;
    /** What each feature is, and what happens without it. */
    readonly features: Readonly<Record<Feature, { readonly does: string; readonly without: string }>>;
    /** Before the link with which an administrator grants what is missing. */
    readonly forAdmin: string;
    readonly adminButton: string;
    readonly afterwards: string;
  };

  readonly unknown: {
    /** `said`: the beginning of what was typed. */
    personal(said: string): string;
    channel(said: string): string;
    /** `example`: how the nearest command is written. */
    nearest(example: string): string;
  };
  /** The activity names nobody whom the directory knows. */
  readonly unknownPerson: string;
  /** A button of a card from an older version. */
  readonly oldButton: string;
  /** The channel refused or lost what was to be shown. */
  readonly notDelivered: string;
  /** Where dialogs and message extensions are not offered. */
  readonly useTheChat: string;
}
