import type { HousekeepingTexts } from './housekeeping-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about forwarding posts and deleting conversations. */
export const germanHousekeeping: HousekeepingTexts = {
  askForward: 'Weiterleiten',
  askDelete: 'Unterhaltung löschen',
  forwardTitle: 'Den neuesten Beitrag weiterleiten',
  forwardPicker: 'An Personen Ihrer Organisation',
  forwardTo: 'Oder an Namen und E-Mail-Adressen',
  forwardPlaceholder: 'ada@contoso.com, Ben Ray',
  comment: 'Ihre Worte dazu (optional)',
  forward: 'In meinem Namen weiterleiten',
  forwardIfMeant: 'Leiten Sie es weiter, wenn sie das lesen dürfen, oder ändern Sie, an wen es geht.',
  forwardOutside: 'Ja, in meinem Namen weiterleiten',
  forwarded: (topic, count) =>
    count === 1
      ? `Der neueste Beitrag von „${topic}“ ist unterwegs an eine Person.`
      : `Der neueste Beitrag von „${topic}“ ist unterwegs an ${number.format(count)} Personen.`,
  asked: 'Gefragt ist',
  deleteTitle: 'Diese Unterhaltung löschen?',
  deleteNote:
    'Sie verschwindet für alle in der Gruppe, mit allen Beiträgen, und ich kann sie nicht zurückholen.',
  delete: 'Für alle löschen',
  keep: 'Behalten',
  deleted: (topic, group) => `„${topic}“ ist aus ${group} gelöscht.`,
  kept: (topic) => `„${topic}“ bleibt.`,
  pressAgain:
    'Drücken Sie in einer Minute noch einmal auf die Schaltfläche der Unterhaltung; dadurch geschieht nichts doppelt.',
  over: 'Diese Karte wurde schon beantwortet, ist älter als eine Stunde oder gehört Ihnen nicht. Drücken Sie noch einmal auf die Schaltfläche der Unterhaltung.',
};
