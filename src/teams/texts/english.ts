import { errorTable } from '../../conversations/errors/error-table.ts';
import { fillIn } from '../../conversations/errors/fill-in.ts';
import type { CommandProblemCode } from '../commands/command.ts';
import { englishHousekeeping } from './english-housekeeping.ts';
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
  'text-unclear': 'I take what follows the number for the text: {near}. A colon makes it certain.',
};

/** English, the language of everybody whose own is not there yet. */
export const english: Texts = {
  language: 'en',

  error({ code, details = {} }) {
    const [, says, next] = errorTable[code];
    return { says: fillIn(says, details), next: fillIn(next, details) };
  },
  commandProblem: ({ code, details }) => fillIn(commandProblems[code], details),
  commandHelp: {
    start: 'Starts a conversation in a Microsoft 365 group, as you. Alone, it opens a form.',
    thread: 'Starts a new thread in a conversation that is already there.',
    reply:
      'Answers in a conversation: by its number in the last list, or by its topic. Without a text it shows what you answer.',
    recent: 'Lists the newest conversations of a group, or of all your groups, with numbers.',
    groups: 'Lists your groups, with numbers.',
    use: 'Makes a group the one that this chat posts to when none is named. Alone, it says which one that is.',
    pending: 'Shows what of yours is not posted yet, and why.',
    watch: 'Tells you of new posts in a group or conversation.',
    unwatch: 'Ends that.',
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
    start: 'Start a conversation',
  },

  form: {
    titleConversation: 'Start a conversation',
    titleThread: 'Start a thread',
    titleReply: 'Reply',
    replyTo: (topic, group) => (group === undefined ? `To “${topic}”.` : `To “${topic}” in ${group}.`),
    restrictedTo: (name) => `This form is for ${name}.`,
    problems: 'Nothing was posted yet. What you typed is still here:',
    group: 'Group',
    groupPlaceholder: 'Type to find one of your groups',
    groupTypedPlaceholder: 'Its name or mail address',
    conversation: 'Conversation',
    conversationPlaceholder: 'Choose the conversation, or type its topic',
    chosenGroup: 'The group that you chose',
    chosenConversation: 'The conversation that you chose',
    topic: 'Topic',
    topicPlaceholder: 'What is it about?',
    body: 'Text',
    bodyPlaceholder: 'The first message of the conversation',
    peoplePicker: 'Also send to people of your organisation (optional)',
    people: 'Also send to, by address or name (optional)',
    peoplePlaceholder: 'ada@contoso.com, Ben Ray',
    postDate: 'Post later: date (optional)',
    postTime: 'Time (optional)',
    postZone: 'Time zone',
    groupMissing: 'Choose the group that should receive it.',
    topicMissing: 'Type a few words that say what it is about.',
    bodyMissing: 'Write the first message.',
    post: 'Post to the group',
    cancel: 'Cancel',
    preview: 'Preview',
    lookLost:
      'This form keeps your words; underlines, pictures and joined cells are lost if you post from it.',
    tooLongToEdit: (characters) =>
      `What you wrote here (${number.format(characters)} characters) is too long to edit in this card. It is kept: leave the field empty to use it, or type something else.`,
  },
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

  receipt: {
    working: 'Posting…',
    workingNote: 'This card changes by itself when it is done.',
    waitingForSignIn: 'Waiting for you to sign in',
    waiting: 'Waiting for Microsoft 365',
    waitingUntil: (when) => `I try again at ${when}.`,
    waitingSoon: 'I try again in a moment.',
    created: 'Conversation started',
    threadCreated: 'Thread started',
    replyAccepted: 'Microsoft 365 has accepted your reply',
    replySent: 'Reply sent',
    refused: 'Not posted',
    refusedNote: 'Your text is kept.',
    unknown: 'I am checking whether it was posted',
    notThere: 'I could not find it',
    looked: (group, when) =>
      `I read everything in ${group} at ${when}, and it is not there (or somebody has deleted it meanwhile).`,
    youDecide: 'Nothing is sent unless you say so.',
    couldNotLook: 'I cannot tell whether it was posted',
    nothingSent: 'I could not look into the mailbox, so I sent nothing. I keep trying to look.',
    nothingSentUntilSignIn:
      'I could not look into the mailbox, so I sent nothing. I look again as soon as you have signed in.',
    nothingSentYouDecide:
      'I could not look into the mailbox, so I sent nothing. Let me look again when you like.',
    foundTwice: (count) => `It is there ${number.format(count)} times. You can delete what is too much.`,
    waitingForYou: 'Shall I still post this?',
    signedInLate: 'It waited more than an hour for your sign-in, so I ask before I post it.',
    plannedLate:
      'I could not post it at its time, which is more than an hour ago, so I ask before I post it.',
    planned: (when) => `Planned for ${when}`,
    plannedNote: 'Nothing is sent before. You can change, post or discard it until then.',
    firstOfTwo: 'This time comes twice, because the clocks go back; I take the first one.',
    change: 'Change',
    replaced: 'Changed',
    replacedNote: 'This version will not be sent; the changed one takes its place.',
    askFirst: 'Shall I post this?',
    lookAgain: 'Look again',
    sendAgain: 'Send again',
    discard: 'Discard',
    postNow: 'Post now',
    signIn: 'Sign in and post',
    deleteSecond: 'Delete the second',
    discarded: 'Discarded',
    discardedNote: 'It will not be sent. If it was posted after all, this card will say so.',
    topic: 'Topic',
    group: 'Group',
    conversation: 'Conversation',
    from: 'From',
    author: 'Posted by',
    people: 'Also to',
    morePeople: (count) => `and ${number.format(count)} more`,
    chosenPeople: (count) => (count === 1 ? 'one person' : `${number.format(count)} people`),
    chosenGroup: 'the one that you chose',
    chosenConversation: 'the one that you chose',
    openInOutlook: 'Open in Outlook',
    startAnother: 'Start another',
    edit: 'Edit and try again',
  },

  similar: {
    title: 'You have just posted this',
    note: 'The same text went to the same group a moment ago, so I have not posted it again.',
    firstIs: 'The first one',
    again: 'Start another anyway',
  },
  inPersonalChat: 'Ask me that in our own chat: the answer is only for you.',
  list: {
    groups: 'Groups',
    newest: 'Newest conversations',
    noGroups: 'You are in no Microsoft 365 group that I can see.',
    noneIn: (group) => `There is no conversation in ${group} yet.`,
    noneAnywhere: 'There is no conversation in your groups yet.',
    noTopic: 'No topic',
    onlySome: (read, all) =>
      `I looked into ${number.format(read)} of your ${number.format(all)} groups. Name one to see the others.`,
    notRead: (count) => `Groups that I could not read: ${number.format(count)}.`,
    more: (count) => `${number.format(count)} more`,
    old: 'This list is not your newest one, or older than an hour. Type “recent” or “groups” for a new one.',
    noList: (typed) =>
      `I have no list of the last hour for you in which ${typed} could be. Type “recent” or “groups” for a new one.`,
    noSuchNumber: (typed, last) => `There is no ${typed} in your last list, which ends with ${last}.`,
    isGroup: (typed) => `${typed} is a group. Choose the conversation in it.`,
    reply: 'Reply',
    newThread: 'New thread',
    start: 'Start a conversation',
    recent: 'Newest conversations',
    use: 'Use in this chat',
    isBelow: 'The answer is below.',
    inOwnChat: 'I have sent the list to our own chat: it is only for you.',
    noOwnChat:
      'The list is only for you, and I cannot write to you alone. Open a chat with me and ask me there.',
    lastWords: (words) => `Last words: ${words}`,
  },
  use: {
    none: (example) => `This chat uses no group yet. To choose one, type: ${example}`,
    is: (group) => `What names no group goes to ${group} from this chat. “use nothing” ends that.`,
    chosen: (group) => `From now on, what names no group goes to ${group} from this chat.`,
    chosenBy: (person, group) =>
      `${person} has chosen: from now on, what names no group goes to ${group} from this chat.`,
    forgotten: 'This chat uses no group any more. Name the group when you start a conversation.',
  },
  notice: {
    newPost: 'New post',
    newPosts: (count) => `${number.format(count)} new posts`,
    summary: (conversations) => `New posts in ${number.format(conversations)} conversations`,
    more: (count) => `And ${number.format(count)} more in Outlook.`,
    reply: 'Your reply',
    replyMissing: 'Write your reply first.',
    send: 'Reply',
    stop: 'Stop watching',
    stopped: (what) => `You no longer watch ${what} here.`,
    notWatched: 'You do not watch this here. Type “watching” to see what you watch.',
    accessLost: (what) => `You can no longer read ${what}, so I have stopped watching it for you.`,
    signIn: (what) =>
      `I stopped watching ${what} because you are no longer signed in. Sign in, and it goes on.`,
  },
  watch: {
    started: (what) => `I tell you here about new posts in ${what}. “unwatch” ends that.`,
    startedBy: (person, what) =>
      `${person} has chosen: I tell everybody here about new posts in ${what}. “unwatch” ends that.`,
    already: (what) => `You watch ${what} here already.`,
    polling: 'I have to look for new posts there, so they come a little later.',
    confirm: (what) =>
      `Everybody in this chat will be able to read what is posted in ${what}. Watch it here?`,
    confirmButton: 'Watch it here',
    which: (example) => `Which group? Type: ${example}`,
    title: 'What you watch',
    none: 'You watch nothing. What you start, you watch by itself.',
    paused: 'Paused until you sign in or add me again',
    here: 'In this chat',
    elsewhere: 'In another chat',
    more: (count) => `And ${number.format(count)} more. Stop some of these to see them.`,
  },
  noticeSettings: {
    title: 'When I tell you',
    open: 'Quiet hours and digest',
    quietFrom: 'Quiet from',
    quietTo: 'Quiet until',
    digestAt: 'Everything once a day at',
    note: 'Write times as 18:30, and leave empty what you do not want. This counts for our own chat, in your time zone.',
    watchStarted: 'Watch what I start',
    yes: 'Yes',
    no: 'No',
    save: 'Save',
    saved: 'Saved. It counts from now on.',
    badTime: 'I cannot read one of the times. Write it as 18:30.',
    bothTimes: 'Quiet hours need a beginning and an end. Fill in both, or neither.',
  },
  pending: {
    title: 'Not finished yet',
    none: 'Nothing of yours is waiting.',
    more: (count) => `And ${number.format(count)} more. Settle these first.`,
  },
  housekeeping: englishHousekeeping,
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
    nothingFound:
      'I found no conversation of your groups with these words. Try a word of its topic, or the name of the group.',
    partly: (searched, groups) =>
      `I searched ${number.format(searched)} of your ${number.format(groups)} groups`,
    partlyNote: 'There may be more. Type the name of a group to search it first.',
    searchAgain: 'Search again in a minute.',
    lastPost: 'Last post',
  },

  signIn: {
    text: 'Sign in once, so that I can post as you.',
    button: 'Sign in',
    signedIn: 'You are signed in.',
    newerBelow: 'There is a newer “Sign in” button further down.',
    alreadyAsked: 'Sign in with the button above; then I go on with this by myself.',
    pressAgain: 'Press the button again in a minute; what you typed is kept.',
    signedOut: 'You are signed out, and I forgot your sign-in everywhere.',
    waitsForSignIn: (count) =>
      count === 1
        ? 'One of your texts waits until you sign in again; “pending” shows it.'
        : `${number.format(count)} of your texts wait until you sign in again; “pending” shows them.`,
    plannedNeedSignIn: (count) =>
      count === 1
        ? 'One planned text goes out at its time only if you have signed in again by then.'
        : `${number.format(count)} planned texts go out at their time only if you have signed in again by then.`,
    openPersonalChat:
      'You are not signed in yet, and I cannot write to you alone. Open a chat with me and type “sign in”.',
  },

  whoami: {
    title: 'Who you are to me',
    notSignedIn: 'You are not signed in',
    name: 'Name',
    mail: 'Mail',
    organisation: 'Organisation',
    allowed: 'What I may do as you',
    notAllowed: 'What I may not do',
    missing: (permissions) => `Missing: ${permissions}.`,
    refused: 'It is granted, but Microsoft 365 says no.',
    features: {
      posting: {
        does: 'Start conversations and threads in your groups.',
        without: 'Without it I cannot post anything.',
      },
      'marker-write': {
        does: 'Put an invisible mark on each post, by which I find it again.',
        without: 'Without it I recognise a post by its topic, text, sender and time.',
      },
      'marker-read': {
        does: 'Read that mark when an answer of Microsoft 365 was lost.',
        without: 'Without it I recognise a post by its topic, text, sender and time.',
      },
      'group-names': {
        does: 'Show the names of your groups and search in them.',
        without: 'Without it, name a group by its id.',
      },
      profile: {
        does: 'Read your name and mail address.',
        without: 'Without it I cannot tell your posts from those of others when I look for a lost one.',
      },
      'people-search': {
        does: 'Find people of your organisation by name.',
        without: 'Without it, type their mail addresses.',
      },
      watching: {
        does: 'Hear of new posts at once.',
        without: 'Without it I have to look for them from time to time.',
      },
    },
    forAdmin: 'An administrator grants what is missing, for everybody, with this link:',
    adminButton: 'For administrators: grant permissions',
    afterwards: 'After that, type “sign out” and then “sign in”, so that it counts at once.',
  },

  unknown: {
    personal: (said) =>
      `I do not know the command “${said}”. If it is a text to post, choose the group and it is ready to go.`,
    channel: (said) => `I do not know the command “${said}”.`,
    nearest: (example) => `Did you mean: ${example}`,
  },
  unknownPerson: 'I cannot tell who you are in your organisation, so I cannot post as you.',
  oldButton: 'This button is from an older card. Type “start” for a new form.',
  notDelivered: 'Teams did not take my message. Please try again.',
  useTheChat: 'I cannot do this here yet. Write to me in our chat: “start” opens the form.',
};
