import type { ReceiptTexts } from './receipt-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about receipts. */
export const germanReceipt: ReceiptTexts = {
  working: 'Wird veröffentlicht …',
  workingNote: 'Diese Karte ändert sich von selbst, sobald es erledigt ist.',
  waitingForSignIn: 'Wartet auf Ihre Anmeldung',
  waiting: 'Wartet auf Microsoft 365',
  waitingUntil: (when) => `Nächster Versuch: ${when}.`,
  waitingSoon: 'Ich versuche es gleich wieder.',
  created: 'Unterhaltung begonnen',
  threadCreated: 'Thread begonnen',
  replyAccepted: 'Microsoft 365 hat Ihre Antwort angenommen',
  replySent: 'Antwort gesendet',
  refused: 'Nicht veröffentlicht',
  refusedNote: 'Ihr Text bleibt erhalten.',
  unknown: 'Ich prüfe, ob es veröffentlicht wurde',
  notThere: 'Ich konnte es nicht finden',
  looked: (group, when) =>
    `Ich habe alles in ${group} gelesen (Stand: ${when}), und es ist nicht da – oder jemand hat es inzwischen gelöscht.`,
  youDecide: 'Gesendet wird nur, wenn Sie es sagen.',
  couldNotLook: 'Ich kann nicht sagen, ob es veröffentlicht wurde',
  nothingSent:
    'Ich konnte nicht in das Postfach sehen und habe deshalb nichts gesendet. Ich versuche weiter nachzusehen.',
  nothingSentUntilSignIn:
    'Ich konnte nicht in das Postfach sehen und habe deshalb nichts gesendet. Sobald Sie angemeldet sind, sehe ich wieder nach.',
  nothingSentYouDecide:
    'Ich konnte nicht in das Postfach sehen und habe deshalb nichts gesendet. Lassen Sie mich bei Gelegenheit noch einmal nachsehen.',
  foundTwice: (count) => `Es ist ${number.format(count)}-mal da. Sie können löschen, was zu viel ist.`,
  waitingForYou: 'Soll ich das noch veröffentlichen?',
  signedInLate:
    'Bis zu Ihrer Anmeldung ist mehr als eine Stunde vergangen; deshalb frage ich, bevor ich es veröffentliche.',
  askFirst: 'Soll ich das veröffentlichen?',
  lookAgain: 'Noch einmal nachsehen',
  sendAgain: 'Noch einmal senden',
  discard: 'Verwerfen',
  postNow: 'Jetzt veröffentlichen',
  signIn: 'Anmelden und veröffentlichen',
  deleteSecond: 'Das zweite löschen',
  discarded: 'Verworfen',
  discardedNote:
    'Es wird nicht gesendet. Sollte es doch veröffentlicht worden sein, wird diese Karte es sagen.',
  topic: 'Betreff',
  group: 'Gruppe',
  conversation: 'Unterhaltung',
  from: 'Von',
  author: 'Veröffentlicht von',
  people: 'Auch an',
  morePeople: (count) => `und ${number.format(count)} weitere`,
  chosenPeople: (count) => (count === 1 ? 'eine Person' : `${number.format(count)} Personen`),
  chosenGroup: 'die gewählte',
  chosenConversation: 'die gewählte',
  openInOutlook: 'In Outlook öffnen',
  startAnother: 'Weitere Unterhaltung beginnen',
  edit: 'Ändern und noch einmal versuchen',
};
