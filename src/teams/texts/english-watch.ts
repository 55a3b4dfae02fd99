import type { NoticeSettingsTexts, WatchTexts } from './watch-texts.ts';

const number = new Intl.NumberFormat('en');

export const englishWatch: WatchTexts = {
  started: (what) => `I tell you here about new posts in ${what}. “unwatch” ends that.`,
  startedBy: (person, what) =>
    `${person} has chosen: I tell everybody here about new posts in ${what}. “unwatch” ends that.`,
  already: (what) => `You watch ${what} here already.`,
  polling: 'I have to look for new posts there, so they come a little later.',
  confirm: (what) => `Everybody in this chat will be able to read what is posted in ${what}. Watch it here?`,
  confirmButton: 'Watch it here',
  which: (example) => `Which group? Type: ${example}`,
  title: 'What you watch',
  none: 'You watch nothing. What you start, you watch by itself.',
  paused: 'Paused, because I could not write there',
  pausedForSignIn: 'Paused until you sign in',
  readingLacks: (permission) =>
    `Nothing comes until an administrator grants the permission ${permission}; “whoami” shows how`,
  notificationsLack: (permission) =>
    `Comes a little later, because the permission ${permission} is missing; “whoami” shows who can grant it`,
  tooLarge: 'Nothing comes, because the group has more conversations than I can look through',
  here: 'In this chat',
  elsewhere: 'In another chat',
  more: (count) => `And ${number.format(count)} more. Stop some of these to see them.`,
};

export const englishNoticeSettings: NoticeSettingsTexts = {
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
};
