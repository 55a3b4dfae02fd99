import { announcementErrors } from './announcement-errors.ts';
import { apiErrors } from './api-errors.ts';
import { peopleErrors } from './people-errors.ts';
import { planErrors } from './plan-errors.ts';

/**
 * Every error that a person, an operator or a calling system can meet: HTTP status, what the person reads, what to do
 * next. `{name}` is replaced from the error's details. `docs/errors.md` describes each code; a test holds both together.
 * English; other languages have their own sentences in `src/teams/texts`.
 */
export const errorTable = {
  // What was typed
  TOPIC_EMPTY: [400, 'The conversation needs a topic.', 'Type a few words that say what it is about.'],
  TOPIC_TOO_LONG: [
    400,
    'The topic has {length} characters; at most {limit} fit.',
    'Shorten the topic, the text can hold the rest.',
  ],
  BODY_EMPTY: [400, 'There is no text to post yet.', 'Write the first message of the conversation.'],
  BODY_TOO_LONG: [
    413,
    'The text is too long to post ({length} characters, {limit} fit).',
    'Shorten it, or put the long part into a file and link to it.',
  ],
  GROUP_MISSING: [400, 'No group was named.', 'Choose the group that should receive it.'],
  CONVERSATION_MISSING: [400, 'No conversation was named.', 'Choose the conversation, or type its topic.'],
  ADDRESS_INVALID: [
    400,
    '“{address}” is not a mail address.',
    'Write addresses like ada@contoso.com, separated by commas.',
  ],
  TOO_MANY_PEOPLE: [
    400,
    '{count} people are too many for one conversation; at most {limit} can be added.',
    'Add fewer people, or add them to the group.',
  ],

  // When it was meant for
  ...planErrors,

  // What it was meant for
  GROUP_NOT_FOUND: [
    404,
    'There is no group called “{group}” that you can see.',
    'Choose one of your groups, or type its exact name or mail address.',
  ],
  GROUP_GONE: [
    404,
    'The group that you chose is not there any more, or you cannot see it.',
    'Choose one of your groups, or type its exact name or mail address.',
  ],
  GROUP_AMBIGUOUS: [409, 'Several groups fit “{group}”.', 'Choose the one you mean.'],
  GROUP_NEAR: [404, 'No group is called exactly “{group}”.', 'Choose the one you mean, nothing was posted.'],
  GROUP_WITHOUT_MAILBOX: [
    400,
    '“{group}” is not a Microsoft 365 group, so it has no mailbox for conversations.',
    'Choose a Microsoft 365 group.',
  ],
  CONVERSATION_NOT_FOUND: [
    404,
    'There is no conversation “{conversation}” in {group}.',
    'Type the topic exactly as Outlook shows it.',
  ],
  CONVERSATION_AMBIGUOUS: [
    409,
    'Several conversations in {group} are called “{conversation}”.',
    'Choose the one you mean.',
  ],
  CONVERSATION_GONE: [
    404,
    'The conversation that you chose is not among the newest ones of {group} any more.',
    'Choose it again, or type its topic.',
  ],

  ...peopleErrors,

  // Files
  FILE_TOO_LARGE: [
    413,
    '“{file}” is too large to go with the text, and has no address that lasts.',
    'Put it into the group’s files, and link to it.',
  ],
  FILES_TOO_MANY: [
    413,
    '“{file}” was one file too many; {limit} go with one text.',
    'Send it with another text.',
  ],
  FILE_NOT_FETCHED: [
    502,
    '“{file}” could not be fetched from Teams.',
    'Send it again with a reply, or put it into the group’s files.',
  ],
  FILE_HOST_NOT_ALLOWED: [
    403,
    '“{file}” is kept at {host}, where I may not fetch files.',
    'Attach the file itself, or ask an administrator to add the host to FILE_HOSTS.',
  ],
  FILE_NO_PICTURE: [
    415,
    '“{file}” is no picture that a mail can show.',
    'Attach it as a file, or use PNG, JPEG or GIF.',
  ],
  FILE_GONE: [410, '“{file}” was kept for too long and is gone.', 'Send it again with a reply.'],

  // Watching
  WATCH_NOT_ALLOWED_HERE: [
    403,
    'Groups cannot be watched into chats that others read.',
    'Watch it in your own chat with Kickoff; an administrator can allow it here with SHARED_WATCHES.',
  ],
  TOO_MANY_WATCHES: [
    409,
    'You watch {limit} conversations and groups already, and more are not possible.',
    'Stop watching some of them first.',
  ],

  // Telling many
  ...announcementErrors,

  // Forms
  FORM_UNKNOWN: [404, 'This form is no longer known.', 'Here is a new one with what you typed.'],
  FORM_EXPIRED: [410, 'This form was open for too long.', 'Here is a new one with what you typed.'],
  FORM_NOT_YOURS: [403, 'This form was opened for somebody else.', 'Here is your own, with what you typed.'],
  FORM_USED: [
    409,
    'This form was already sent.',
    'The receipt shows what became of it. Your other text is kept in the new form.',
  ],

  // What Microsoft Graph answered
  POSTING_NOT_ALLOWED: [
    403,
    'Microsoft 365 does not let you post to {group}.',
    'Ask an owner of the group to add you or to let you post.',
  ],
  PERMISSION_MISSING: [
    403,
    'Kickoff has no permission to post to groups in your organisation yet.',
    'Ask an administrator to grant Group-Conversation.ReadWrite.All to Kickoff; “whoami” shows the link for it.',
  ],
  READING_NOT_ALLOWED: [
    403,
    'Microsoft 365 does not let you read the mail of {group}.',
    'Ask an owner of the group to add you.',
  ],
  READ_PERMISSION_MISSING: [
    403,
    'Kickoff has no permission to read this for you in your organisation yet.',
    'Type “whoami”: it names what is missing and who can grant it.',
  ],
  DELETING_NOT_ALLOWED: [
    403,
    'Microsoft 365 does not let you delete conversations of {group}.',
    'Ask an owner of the group to delete it in Outlook.',
  ],
  LOOK_TOO_LARGE: [
    413,
    'There is more in the mailbox of {group} than I can look through.',
    'Look in Outlook whether it is there, and then send it again or discard it.',
  ],
  TARGET_GONE: [
    404,
    '{group} or the conversation in it could not be found.',
    'It may have been deleted. Choose another one.',
  ],
  MAILBOX_UNAVAILABLE: [
    404,
    '{group} has no Microsoft 365 mailbox that can be reached.',
    'Ask an administrator whether the group’s mailbox is in Exchange Online.',
  ],
  REQUEST_TOO_LARGE: [
    413,
    'This is more than Microsoft 365 takes in one post.',
    'Shorten the text, or leave out what is attached.',
  ],
  GRAPH_REFUSED: [400, 'Microsoft 365 refused this: {message}', 'Change what it names and send it again.'],
  GRAPH_REFUSED_UNSAID: [
    400,
    'Microsoft 365 refused this and gave no reason (status {status}).',
    'Try again; if it stays, tell the operator the time and the status.',
  ],
  GRAPH_REDIRECTS: [
    502,
    'Microsoft 365 answered with a redirect (status {status}), to which nothing is posted.',
    'Tell the operator; the address of Graph may have to be changed in the settings.',
  ],
  GRAPH_THROTTLED: [
    429,
    'Microsoft 365 asks to wait a moment.',
    'I send it as soon as it lets me; nothing is lost.',
  ],
  GRAPH_UNREACHABLE: [
    503,
    'Microsoft 365 cannot be reached at the moment.',
    'I try again by myself; nothing is lost.',
  ],
  FORWARD_UNKNOWN: [
    502,
    'Microsoft 365 did not say whether it was forwarded, and that cannot be looked up.',
    'Ask one of the people whether they have it; I do not send it again by myself.',
  ],
  FORWARDING_NOT_ALLOWED: [
    403,
    'Microsoft 365 does not let you forward posts of {group}.',
    'Ask a member of the group to forward it in Outlook.',
  ],
  RECIPIENTS_MISSING: [
    400,
    'Nobody is named to forward it to.',
    'Choose people, or type names or mail addresses.',
  ],
  OUTCOME_UNKNOWN: [
    202,
    'Microsoft 365 did not say whether it was posted.',
    'I am checking before I try again, so that it is never posted twice.',
  ],
  ADDRESS_NEEDS_BETA: [
    400,
    'Groups can be addressed through a person or a drive only in the beta version of Microsoft Graph.',
    'Set GRAPH_VERSION=beta, or address the group by its id.',
  ],

  // Signing in
  SIGN_IN_REQUIRED: [
    401,
    'You are not signed in yet.',
    'Sign in once; what you typed is kept and goes on by itself.',
  ],
  SIGN_IN_EXPIRED: [
    401,
    'Your sign-in has ended.',
    'Sign in again; what you typed is kept and goes on by itself.',
  ],
  SIGN_IN_NOT_LASTING: [
    401,
    'Microsoft 365 let Kickoff act for you for an hour only.',
    'Press “Sign in” once; from then on it goes on without you.',
  ],
  SIGN_IN_STEP_MISSING: [
    401,
    'Your organisation asks for one more step when you sign in.',
    'Press “Sign in” and follow it; what you typed is kept and goes on by itself.',
  ],
  SIGN_IN_BLOCKED: [
    403,
    'A rule of your organisation does not let Kickoff act for you.',
    'Ask your administrator, who finds the rule in Entra’s sign-in log; then sign in again.',
  ],
  ACCOUNT_DISABLED: [
    403,
    'Your Microsoft 365 account is disabled.',
    'Ask your administrator to enable it, then sign in again; what you typed is kept.',
  ],
  CONSENT_REQUIRED: [401, 'Kickoff needs your permission to post as you.', 'Press “Sign in” and agree once.'],
  ADMIN_CONSENT_REQUIRED: [
    403,
    'An administrator has to allow Kickoff (Group-Conversation.ReadWrite.All) in your organisation first.',
    'Send them this link: {link}',
  ],
  SIGN_IN_REJECTED: [401, 'This sign-in could not be accepted.', 'Type “sign in” to start again.'],
  SIGN_IN_LINK_EXPIRED: [
    410,
    'This sign-in link has expired or was already used.',
    'Go back to the chat and type “sign in”.',
  ],
  SIGN_IN_OTHER_PERSON: [
    403,
    'You signed in as somebody else than the person who asked in the chat.',
    'Sign in with the account that you use in Teams.',
  ],
  SIGN_IN_OTHER_BROWSER: [
    403,
    'This sign-in was started in another browser.',
    'Press “Sign in” in the chat again and stay in that browser.',
  ],
  SIGN_IN_CANCELLED: [
    403,
    'You did not agree, so Kickoff cannot post as you.',
    'Press “Sign in” in the chat when you want to go on.',
  ],
  SIGN_IN_THROTTLED: [
    429,
    'Microsoft’s sign-in asks to wait a moment.',
    'I try again by myself; nothing is lost.',
  ],
  SIGN_IN_UNAVAILABLE: [
    503,
    'Microsoft’s sign-in cannot be reached at the moment.',
    'I try again by myself; nothing is lost.',
  ],
  REGISTRATION_REFUSED: [
    503,
    'Kickoff could not prove itself to Microsoft’s sign-in.',
    'Tell the operator, who finds the reason in the log; I try again by myself, nothing is lost.',
  ],
  TENANT_NOT_ALLOWED: [
    403,
    'Kickoff is not set up for your organisation.',
    'Ask the administrator of Kickoff to add your tenant to ALLOWED_TENANTS.',
  ],

  // Other systems
  ...apiErrors,

  // Callers and operators
  NOT_AUTHENTICATED: [
    401,
    'The caller could not be authenticated.',
    'Send a bearer token for Kickoff that is good now; Kickoff’s log says why one is refused.',
  ],
  ACTIVITY_MALFORMED: [400, 'The body is not an activity.', 'Send a Bot Framework activity as JSON.'],
  NOTIFICATION_MALFORMED: [
    400,
    'The body is not a change notification.',
    'Send a notification of Microsoft Graph as JSON.',
  ],
  BODY_OVER_LIMIT: [413, 'The body is larger than {limit} bytes.', 'Send a smaller one.'],
  STORAGE_UNREADABLE: [
    500,
    'Something stored cannot be decrypted with the configured keys.',
    'Put the key it was written with back into ENCRYPTION_KEYS.',
  ],
  STORAGE_IN_USE: [
    503,
    'Another Kickoff process is using the data folder {folder}.',
    'Stop it, or give this one another DATA_DIR.',
  ],
  STORAGE_UNUSABLE: [
    503,
    'The database that {setting} names cannot be used: {why}.',
    'Check that it is there and whole, and what {setting} says of it.',
  ],
  STORAGE_NEWER: [
    503,
    'The database was written by a newer version of Kickoff.',
    'Start that version, or restore a backup from before it.',
  ],
  STORAGE_NOT_UPGRADED: [
    503,
    'The database cannot be brought to the form that this version of Kickoff needs: {why}.',
    'Nothing in it was changed. Remove what is in the way, or start the version from before.',
  ],
  TURN_FAILED: [
    500,
    'Something of my own failed, perhaps where I store what you write: I may not have taken this.',
    'Send it again in a minute. If I did take it, I recognise it and post nothing twice.',
  ],
  INTERNAL: [500, 'Kickoff made a mistake.', 'Try again; if it stays, tell the operator the time.'],
} as const satisfies Record<string, readonly [status: number, says: string, next: string]>;

export type ErrorCode = keyof typeof errorTable;
