import type { AnnouncementTexts } from './announcement-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about notices to many. */
export const germanAnnouncement: AnnouncementTexts = {
  from: (name) => `Nachricht von ${name}`,
  started: (name, topic, group) => `${name} hat in ${group} „${topic}“ begonnen`,
  watch: 'Beobachten',
  startThis: 'Unterhaltung beginnen',
  startThisNote:
    'Die Schaltfläche öffnet ein Formular, das schon ausgefüllt ist. Veröffentlicht wird es in Ihrem Namen.',
  cut: 'Der Rest passt nicht in diese Karte.',

  tellMembers: 'Den Mitgliedern in Teams Bescheid geben',
  tellMembersLabel: 'Auch in Teams (optional)',
  membersAreTold: 'Die Mitglieder der Gruppe erfahren davon auch in Teams.',
  membersBeingTold:
    'Die Mitglieder der Gruppe erfahren gerade in Teams davon; wie weit das ist, zeigt eine eigene Karte.',

  states: {
    gathering: 'Ich stelle fest, wem ich Bescheid gebe',
    sending: 'Ich gebe in Teams Bescheid',
    waiting: 'Wartet auf Ihre Anmeldung',
    paused: 'Angehalten',
    stopped: 'Abgebrochen',
    failed: 'Niemand hat davon erfahren',
  },
  everybodyTold: 'Alle haben davon erfahren',
  doneWithGaps: 'Erledigt, aber nicht alle waren zu erreichen',
  nobodyThere: 'Es gab niemanden, dem ich Bescheid geben könnte',
  notes: {
    gathering: 'Ich lese, wem ich Bescheid geben soll; bisher hat niemand davon erfahren.',
    paused: 'Bis Sie fortsetzen, erfährt niemand mehr davon.',
    stopped: 'Es erfährt niemand mehr davon.',
  },
  progress: (done, total) => `${number.format(done)} von ${number.format(total)} erledigt`,
  about: 'Worüber',
  to: 'An',
  people: (count) => (count === 1 ? 'eine Person' : `${number.format(count)} Personen`),
  membersOf: (group) => `die Mitglieder von ${group}`,
  chat: 'einen Chat',
  counts: {
    delivered: 'Erreicht',
    waiting: 'Noch nicht an der Reihe',
    unreachable: 'Nicht zu erreichen',
    unconfirmed: 'Ungewiss',
    stopped: 'Nicht benachrichtigt',
  },
  unconfirmedNote: 'Ob es dort angekommen ist, weiß niemand; deshalb sende ich es nicht noch einmal.',
  why: {
    blocked: 'Kickoff ist dort blockiert',
    'not-installed': 'Kickoff ist dort nicht hinzugefügt',
    gone: 'den Chat mit Kickoff gibt es nicht mehr',
    'not-allowed': 'Teams erlaubt es nicht',
    'too-big': 'die Nachricht ist zu groß',
    refused: 'Teams hat die Nachricht abgelehnt',
    'not-in-time': 'ein ganzer Tag verging, ohne dass etwas gesendet werden konnte',
  },
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  stop: 'Abbrechen',
  export: 'Als CSV exportieren',
  notYours: 'Das kann nur, wer das gesendet hat.',

  report: {
    fileName: 'benachrichtigungen',
    description: 'Wer davon erfahren hat, wer nicht, und warum.',
    columns: ['Name', 'Kennung', 'Stand', 'Grund', 'Zeit (UTC)'],
    states: {
      waiting: 'noch nicht an der Reihe',
      sending: 'gerade an der Reihe',
      delivered: 'erreicht',
      unreachable: 'nicht zu erreichen',
      unconfirmed: 'ungewiss',
      stopped: 'nicht benachrichtigt',
    },
    asked: 'Lassen Sie die Datei unten zu, dann lege ich sie in Ihr OneDrive.',
    inOwnChat: 'Dateien kann ich nur in unserem eigenen Chat senden; dort biete ich Ihnen diese an.',
    noOwnChat:
      'Dateien kann ich nur in unserem eigenen Chat senden, und dort kann ich Ihnen nicht schreiben. Öffnen Sie einen Chat mit mir, und drücken Sie dann noch einmal auf die Schaltfläche.',
    declined: 'Gut: Es wurde keine Datei angelegt.',
    uploaded: 'Der Bericht liegt in Ihrem OneDrive.',
    failed:
      'Die Datei ließ sich nicht in Ihr OneDrive legen. Drücken Sie noch einmal auf „Als CSV exportieren“.',
    hostNotAllowed: (host) =>
      `Die Datei ginge an ${host}, wo ich keine ablegen darf. Die Administration kann den Host in FILE_HOSTS aufnehmen.`,
    over: 'Das wurde schon beantwortet oder ist älter als ein Tag. Drücken Sie noch einmal auf „Als CSV exportieren“.',
  },
};
