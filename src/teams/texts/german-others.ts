import type { OthersTexts } from './others-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German to those whose card it is not. */
export const germanOthers: OthersTexts = {
  to: (name, says) => `An ${name}: ${says}`,
  planned: (name) => `Geplant von ${name}. Vorher wird nichts gesendet.`,
  confirmFirst: (name) => `Es geht zu dieser Zeit nur hinaus, wenn ${name} es bestätigt.`,
  notYet: 'Noch nicht veröffentlicht',
  decides: (name) => `Gesendet wird nur, wenn ${name} es sagt.`,
  waitingForSignIn: 'Wartet auf eine Anmeldung',
  replyAccepted: 'Microsoft 365 hat die Antwort angenommen',
  refusedNote: 'Der Text bleibt erhalten.',
  foundTwice: (count) => `Es ist ${number.format(count)}-mal da.`,
  nothingSentUntilSignIn: (name) =>
    `Ich konnte nicht in das Postfach sehen und habe deshalb nichts gesendet. Sobald ${name} angemeldet ist, sehe ich wieder nach.`,
  nothingSentDecides: (name) =>
    `Ich konnte nicht in das Postfach sehen und habe deshalb nichts gesendet. Ich sehe wieder nach, wenn ${name} es sagt.`,
  sameAgain: 'Derselbe Text noch einmal',
  paused: 'Vorerst erfährt es niemand sonst.',
};
