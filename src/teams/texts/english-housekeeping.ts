import type { HousekeepingTexts } from './housekeeping-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about forwarding posts and deleting conversations. */
export const englishHousekeeping: HousekeepingTexts = {
  askForward: 'Forward',
  askDelete: 'Delete conversation',
  forwardTitle: 'Forward the newest post',
  forwardPicker: 'To people of your organisation',
  forwardTo: 'Or to names and mail addresses',
  forwardPlaceholder: 'ada@contoso.com, Ben Ray',
  comment: 'Your words (optional)',
  forward: 'Forward as me',
  forwardIfMeant: 'Forward it if they may read this, or change to whom it goes.',
  forwardOutside: 'Yes, forward as me',
  forwarded: (topic, count) =>
    count === 1
      ? `The newest post of “${topic}” is on its way to one person.`
      : `The newest post of “${topic}” is on its way to ${number.format(count)} people.`,
  asked: 'Asked of',
  deleteTitle: 'Delete this conversation?',
  deleteNote: 'It goes for everybody in the group, with all its posts, and I cannot bring it back.',
  delete: 'Delete for everybody',
  keep: 'Keep it',
  deleted: (topic, group) => `“${topic}” is gone from ${group}.`,
  kept: (topic) => `“${topic}” stays.`,
  pressAgain: 'Press the button of the conversation again in a minute; nothing happens twice by that.',
  over: 'This card was answered already, is older than an hour, or is not yours. Press the button of the conversation again.',
};
