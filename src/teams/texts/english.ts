import { errorTable } from '../../conversations/errors/error-table.ts';
import { fillIn } from '../../conversations/errors/fill-in.ts';
import type { CommandProblemCode } from '../commands/command.ts';
import { englishAccount } from './english-account.ts';
import { englishAnnouncement } from './english-announcement.ts';
import { englishHousekeeping } from './english-housekeeping.ts';
import { englishPlan } from './english-plan.ts';
import { fillError } from './fill-error.ts';
import { englishNoticeSettings, englishWatch } from './english-watch.ts';
import { englishForm } from './english-form.ts';
import { englishReceipt } from './english-receipt.ts';
import { englishList } from './english-list.ts';
import { englishNotice } from './english-notice.ts';
import { englishOthers } from './english-others.ts';
import { englishSignIn } from './english-sign-in.ts';
import type { Texts } from './texts.ts';

const number = new Intl.NumberFormat('en');

const commandProblems: Readonly<Record<CommandProblemCode, string>> = {
  'quote-not-closed': 'The quote that begins at {near}… is never closed.',
  'colon-unclear': 'I cannot tell whether the text begins at this colon: {near}.',
  'topic-missing': 'The topic is missing here: {near}.',
  'group-missing': 'The group is missing here: {near}.',
  'conversation-missing': 'The conversation is missing here: {near}.',
  'time-unclear':
    'I cannot read “{near}” as a time. Write it like Monday 9:00, tomorrow 9:30, 9:00 or 2026-12-01 9:00.',
  'text-unclear': 'I take what follows here for the text: {near}. A colon makes it certain.',
  'nothing-follows': 'Nothing follows “{word}” here: {near}.',
  'quote-unclear': 'I cannot tell what the quote here belongs to: {near}.',
  'words-unclear': 'I do not understand what begins here: {near}.',
  'number-unclear':
    'There is no number “{word}”: the numbers of a list go from 1 to 999. It stands here: {near}.',
  'number-and-group': 'The number names its group already, but another one follows here: {near}.',
};

/** English, the language of everybody whose own is not there yet. */
export const english: Texts = {
  language: 'en',

  error({ code, details = {} }) {
    const [, says, next] = errorTable[code];
    const fill = (sentence: string) => fillError(sentence, details, () => 'the group that you chose');
    return { says: fill(says), next: fill(next) };
  },
  commandProblem: ({ code, details }) => fillIn(commandProblems[code], details),
  commandHelp: {
    start: 'Starts a conversation in a Microsoft 365 group, as you. Alone, it opens a form.',
    thread: 'Starts a new thread in a conversation that is already there.',
    reply:
      'Answers in a conversation: by its number in the last list, or by its topic. Without a text it shows what you answer.',
    recent:
      'Lists the newest conversations of a group, with numbers. Alone, those of the group that this chat uses, or else of all your groups.',
    groups: 'Lists your groups, with numbers.',
    use: 'Makes a group the one that this chat posts to when none is named. Alone, it says which one that is.',
    pending: 'Shows what of yours is not posted yet, and why.',
    watch: 'Tells you here of new posts in a group or conversation. Alone, in the group that this chat uses.',
    unwatch: 'Stops telling you here of new posts. Alone, it shows what you watch, or ends the only one.',
    watching: 'Lists what you watch, with quiet hours and a daily digest.',
    'sign-in': 'Lets me post as you.',
    'sign-out': 'Makes me forget your sign-in.',
    whoami: 'Shows who you are to me, and what I may do as you.',
    help: 'Shows what I can do, or how one command is written.',
    'forget-me': 'Makes me forget everything about you, after asking once more.',
  },
  help: {
    title: 'What I can do',
    welcome: 'Welcome to Kickoff',
    more: 'Type “help” for everything else.',
    intro:
      'I start conversations in your Microsoft 365 groups, as you. Everybody in the group gets the mail, exactly once.',
    example: 'For example:',
    ownChat: 'Only in our own chat.',
    start: 'Start a conversation',
  },

  form: englishForm,
  preview: {
    title: 'This is what Outlook will show',
    change: 'Change',
    when: 'Planned for',
    picture: '(picture)',
    cut: 'The rest does not fit into this card. All of it will be posted.',
  },
  files: {
    label: 'Files',
    linked: (name) =>
      `${name} is too large to go with the text, so the text has a link to it. Share it with the group, so that everybody can open it.`,
  },
  formClosed: 'Cancelled. Nothing was posted.',
  formReopen: 'Open it again',
  formOpened: 'Here is a form for you.',

  receipt: englishReceipt,
  others: englishOthers,

  similar: {
    title: 'You have just sent me this',
    note: 'I already have the same text for the same group, so I have done nothing with this one.',
    firstIs: 'The first one',
    again: 'Start another anyway',
  },
  inPersonalChat: 'Ask me that in our own chat: the answer is only for you.',
  list: englishList,
  use: {
    none: (example) => `This chat uses no group yet. To choose one, type: ${example}`,
    is: (group) => `When you name no group, this chat posts to ${group}. “use nothing” ends that.`,
    chosen: (group) => `From now on, this chat posts to ${group} when you name no group.`,
    chosenBy: (person, group) =>
      `${person} has chosen: from now on, this chat posts to ${group} when you name no group.`,
    forgotten: 'This chat uses no group any more. Name the group when you start a conversation.',
  },
  notice: englishNotice,
  watch: englishWatch,
  noticeSettings: englishNoticeSettings,
  pending: {
    title: 'Not finished yet',
    none: 'Nothing of yours is waiting.',
    next: 'Settle these first; the next ones are:',
    more: (count) => `And ${number.format(count)} more.`,
  },
  housekeeping: englishHousekeeping,
  plan: englishPlan,
  announcement: englishAnnouncement,
  order: { notYours: 'Only the person who wrote this can do that.' },

  installed: {
    team: 'I start conversations in your Microsoft 365 groups, as you. Mention me and type “start”, or “help”.',
    groupChat:
      'I start conversations in your Microsoft 365 groups, as you. Mention me and type “start”, or “help”.',
  },
  forget: {
    title: 'Forget everything about you?',
    note: 'I delete your sign-in, your forms with what you typed into them, and the text of everything that you posted through me. What was posted stays in the groups.',
    open: (count) =>
      count === 1
        ? 'One text of yours is not posted yet or planned for later, and goes with it. Type “pending” to see it first.'
        : `${number.format(count)} texts of yours are not posted yet or planned for later, and go with it. Type “pending” to see them first.`,
    button: 'Forget everything',
    done: (texts) =>
      `Done. Your sign-in and your forms are deleted, and so is the text of ${number.format(texts)} ${texts === 1 ? 'request' : 'requests'}.`,
    later: (count) =>
      `Your forms are deleted, and nothing more is sent. ${number.format(count)} ${count === 1 ? 'request is' : 'requests are'} still being settled: I delete their text and your sign-in as soon as I know what became of them, within two days.`,
    kept: 'I keep only ids without text, so that nothing is ever posted twice.',
    gone: 'I do not have this text any more.',
  },

  dialog: {
    back: 'Back',
    waitsForYou: 'Nothing is sent before you say so. If you close this, it waits for you: type “pending”.',
    fillIn: 'Fill in',
    fillInNote: 'Everybody who presses the button gets a form of their own.',
    inChat: (status) => `${status} – the receipt is in the chat.`,
    inPersonalChat: (status) => `${status} – the receipt is in your chat with me.`,
    signInInChat:
      'Your text is kept, and you are not signed in yet. Press “Sign in and post” on the card in the chat; it goes on by itself.',
    signInHere: 'Your text is kept, and you are not signed in yet. Sign in, and it goes on by itself.',
    notInstalled:
      'I cannot send you the receipt, because you have not added me yet. In Teams, open Apps, search for Kickoff and choose Add; then type “pending” to see what became of it.',
    late: 'This takes longer than usual. The receipt follows in the chat; you need not send it again.',
  },

  extension: {
    quoted: (name) => `${name} wrote:`,
    openMessage: 'Open the message in Teams',
    nothingFound:
      'I found no conversation of your groups with these words. Try a word of its topic, or the name of the group.',
    partly: (searched, groups) =>
      `I searched ${number.format(searched)} of your ${number.format(groups)} groups`,
    partlyNote: 'There may be more. Type the name of a group to search it first.',
    searchAgain: 'Search again in a minute.',
    lastPost: 'Last post',
  },

  signIn: englishSignIn,

  whoami: englishAccount,
  pages: {
    signedIn: {
      title: 'You are signed in',
      text: 'You can close this window. What you typed goes on by itself.',
    },
    granted: {
      title: 'Back from Microsoft’s consent page',
      text: 'Kickoff uses what you granted from now on. People type “sign in” in their chat with Kickoff; who is signed in already types “sign out” first.',
    },
    nothingGranted: {
      title: 'Nothing was granted',
      text: 'Microsoft’s page was left without agreeing. Open the link again to grant the permissions.',
    },
  },

  unknown: {
    personal: (said) =>
      `I do not know the command “${said}”. If it is a text to post, choose the group and it is ready to go.`,
    channel: (said) => `I do not know the command “${said}”.`,
    nearest: (example) => `Did you mean: ${example}`,
    help: 'Type “help” to see what I can do.',
  },
  unknownPerson:
    'I cannot tell who you are in your organisation, so I cannot post as you. Use Teams with your account of that organisation, and try again.',
  oldButton: 'This button is from an older card. Type “start” for a new form.',
  notDelivered: 'Teams did not take my message. Please try again.',
  useTheChat: 'I cannot do this here yet. Write to me in our chat: “start” opens the form.',
};
