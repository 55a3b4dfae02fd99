import type { ErrorDetails } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import type { CommandName } from '../commands/command-name.ts';
import type { CommandProblem } from '../commands/command.ts';
import type { AccountTexts } from './account-texts.ts';
import type { AnnouncementTexts } from './announcement-texts.ts';
import type { ExtensionTexts } from './extension-texts.ts';
import type { FormTexts } from './form-texts.ts';
import type { HousekeepingTexts } from './housekeeping-texts.ts';
import type { ListTexts } from './list-texts.ts';
import type { NoticeTexts } from './notice-texts.ts';
import type { OthersTexts } from './others-texts.ts';
import type { PlanTexts } from './plan-texts.ts';
import type { ReceiptTexts } from './receipt-texts.ts';
import type { SignInTexts } from './sign-in-texts.ts';
import type { NoticeSettingsTexts, WatchTexts } from './watch-texts.ts';

/** What happened, and what to do next: one plain sentence each. */
export interface ErrorSentences {
  readonly says: string;
  readonly next: string;
}

/** A heading, and a sentence or two under it. */
export interface PageWords {
  readonly title: string;
  readonly text: string;
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
    /** Of a command that is not answered where others read the help. */
    readonly ownChat: string;
    readonly start: string;
  };

  readonly form: FormTexts;
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

  readonly receipt: ReceiptTexts;
  readonly others: OthersTexts;

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

  readonly list: ListTexts;

  /** The group that a chat posts to when none is named. */
  readonly use: {
    none(example: string): string;
    is(group: string): string;
    chosen(group: string): string;
    /** In a chat of several people. */
    chosenBy(person: string, group: string): string;
    readonly forgotten: string;
  };

  readonly notice: NoticeTexts;

  readonly watch: WatchTexts;

  /** When a person is told. */
  readonly noticeSettings: NoticeSettingsTexts;

  readonly pending: {
    readonly title: string;
    readonly none: string;
    /** Between those that something can be done about here, and those that come after them. */
    readonly next: string;
    /** How many are not shown at all. */
    more(count: number): string;
  };

  /** Forwarding and deleting conversations that are there. */
  readonly housekeeping: HousekeepingTexts;
  readonly plan: PlanTexts;

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
    /** Brings the form back from the question who would get it. */
    readonly back: string;
    /** Under that question: what happens to somebody who closes the dialog. */
    readonly waitsForYou: string;
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

  readonly extension: ExtensionTexts;
  /** Notices to many. */
  readonly announcement: AnnouncementTexts;

  readonly signIn: SignInTexts;

  readonly whoami: AccountTexts;
  /** Pages of the sign-in, in a browser. */
  readonly pages: {
    readonly signedIn: PageWords;
    /** To an administrator who comes back from Microsoft's consent page for everybody. */
    readonly granted: PageWords;
    readonly nothingGranted: PageWords;
  };

  readonly unknown: {
    /** `said`: the beginning of what was typed. */
    personal(said: string): string;
    channel(said: string): string;
    /** `example`: how the nearest command is written. */
    nearest(example: string): string;
    /** Where no command is near. */
    readonly help: string;
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
