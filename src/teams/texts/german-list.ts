import type { ListTexts } from './list-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about numbered lists. */
export const germanList: ListTexts = {
  groups: 'Gruppen',
  newest: 'Neueste Unterhaltungen',
  noGroups:
    'Sie sind in keiner Microsoft 365-Gruppe, die ich sehen kann. Bitten Sie die Besitzer einer Gruppe, Sie aufzunehmen.',
  noneIn: (group) => `In ${group} gibt es noch keine Unterhaltung.`,
  noneAnywhere: 'In Ihren Gruppen gibt es noch keine Unterhaltung.',
  noTopic: 'Kein Betreff',
  onlySome: (read, all) =>
    `Ich habe in ${number.format(read)} von Ihren ${number.format(all)} Gruppen nachgesehen. Nennen Sie eine Gruppe, um zu sehen, was darin neu ist.`,
  notRead: (count) => `Gruppen, die ich nicht lesen konnte: ${number.format(count)}.`,
  more: (count) => `${number.format(count)} weitere`,
  old: 'Diese Liste ist nicht Ihre neueste oder älter als eine Stunde. „recent“ oder „groups“ gibt Ihnen eine neue.',
  noList: (typed) =>
    `Ich habe keine Liste aus der letzten Stunde für Sie, in der ${typed} stehen könnte. „recent“ oder „groups“ gibt Ihnen eine neue.`,
  noSuchNumber: (typed, last) =>
    `${typed} gibt es in Ihrer letzten Liste nicht; sie endet mit ${last}. „recent“ oder „groups“ zeigt eine neue.`,
  isGroup: (typed) => `${typed} ist eine Gruppe. Wählen Sie die Unterhaltung darin.`,
  reply: 'Antworten',
  newThread: 'Neuer Thread',
  start: 'Unterhaltung beginnen',
  recent: 'Neueste Unterhaltungen',
  use: 'In diesem Chat verwenden',
  isBelow: 'Die Antwort steht unten.',
  inOwnChat: 'Ich habe die Liste in unseren eigenen Chat geschickt: Sie ist nur für Sie bestimmt.',
  noOwnChat:
    'Die Liste ist nur für Sie bestimmt, und unter vier Augen kann ich Ihnen noch nicht schreiben. Öffnen Sie einen Chat mit mir, und fragen Sie mich dort.',
  lastWords: (words) => `Zuletzt: ${words}`,
};
