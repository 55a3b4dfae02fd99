import type { NoticeTexts } from './notice-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about new posts. */
export const germanNotice: NoticeTexts = {
  newPost: 'Neuer Beitrag',
  newPosts: (count) => `${number.format(count)} neue Beiträge`,
  summary: (conversations) => `Neue Beiträge in ${number.format(conversations)} Unterhaltungen`,
  more: (count) => `Und ${number.format(count)} weitere in Outlook.`,
  reply: 'Ihre Antwort',
  replyMissing: 'Schreiben Sie zuerst Ihre Antwort.',
  send: 'Antworten',
  stop: 'Nicht mehr beobachten',
  stopped: (what) => `Sie beobachten ${what} hier nicht mehr.`,
  notWatched: 'Das beobachten Sie hier nicht. „watching“ zeigt, was Sie beobachten.',
  accessLost: (what) => `Sie dürfen ${what} nicht mehr lesen; deshalb beobachte ich es nicht mehr für Sie.`,
  notShownHere: (what) =>
    `Gruppen dürfen nicht mehr in Chats beobachtet werden, in denen andere mitlesen; deshalb beobachte ich ${what} dort nicht mehr für Sie. Sie können es stattdessen hier beobachten.`,
  signIn: (what) =>
    `Ich beobachte ${what} nicht mehr, weil Sie nicht mehr angemeldet sind. Melden Sie sich an, dann geht es weiter.`,
  readingLacks: (what, permission) =>
    `Ich kann neue Beiträge in ${what} nicht für Sie lesen: Ihre Organisation hat es mir nicht erlaubt. Die Administration kann die Berechtigung ${permission} erteilen; „whoami“ zeigt den Link dafür. Dann geht es automatisch weiter.`,
  notificationsLack: (what, permission) =>
    `Microsoft 365 meldet mir neue Beiträge in ${what} nicht, weil die Berechtigung ${permission} fehlt. Ich sehe selbst nach, deshalb kommen sie etwas später. Die Administration kann sie erteilen; „whoami“ zeigt den Link dafür.`,
  tooLarge: (what) =>
    `Ich kann Ihnen neue Beiträge in ${what} nicht zeigen: Die Gruppe hat mehr Unterhaltungen, als ich durchsehen kann. Lesen Sie sie in Outlook. Sobald es weniger sind, etwa weil alte gelöscht wurden, geht es automatisch weiter; „watching“ zeigt, ob es noch so ist.`,
  resume: 'Fortsetzen',
  pausedHere:
    'Während ich nicht hier war, wurde angehalten, was hier beobachtet wird. Wer hier etwas beobachtet, kann es fortsetzen.',
  resumed: (what) => `Sie beobachten ${what} hier wieder.`,
  notPaused: 'Nichts, was Sie hier beobachten, ist angehalten. „watching“ zeigt, was Sie beobachten.',
};
