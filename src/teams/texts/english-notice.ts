import type { NoticeTexts } from './notice-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about new posts. */
export const englishNotice: NoticeTexts = {
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
  notShownHere: (what) =>
    `Groups may no longer be watched into chats that others read, so I have stopped watching ${what} there for you. You can watch it here instead.`,
  signIn: (what) =>
    `I stopped watching ${what} because you are no longer signed in. Sign in, and it goes on.`,
  readingLacks: (what, permission) =>
    `I cannot read new posts in ${what} for you: your organisation has not allowed me to. An administrator can grant the permission ${permission}; “whoami” shows the link for it. Then I go on by myself.`,
  notificationsLack: (what, permission) =>
    `Microsoft 365 does not tell me of new posts in ${what}, because the permission ${permission} is missing. I look for them myself, so they come a little later. An administrator can grant it; “whoami” shows the link for it.`,
  tooLarge: (what) =>
    `I cannot show you new posts in ${what}: the group has more conversations than I can look through. Read them in Outlook. I go on by myself once there are fewer, e.g. after old ones were deleted; “watching” shows whether it still is so.`,
  resume: 'Resume',
  pausedHere:
    'While I was away, what was watched here was paused. Whoever watches something here can go on with it.',
  resumed: (what) => `You watch ${what} here again.`,
  notPaused: 'Nothing that you watch here is paused. Type “watching” to see what you watch.',
};
