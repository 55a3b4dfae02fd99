import type { NoticeSettingsTexts, WatchTexts } from './watch-texts.ts';

const number = new Intl.NumberFormat('de');

export const germanWatch: WatchTexts = {
  started: (what) => `Ich melde Ihnen hier neue Beiträge in ${what}. „unwatch“ beendet das.`,
  startedBy: (person, what) =>
    `${person} hat es so gewählt: Ich melde allen hier neue Beiträge in ${what}. „unwatch“ beendet das.`,
  already: (what) => `Sie beobachten ${what} hier schon.`,
  polling: 'Ich muss dort selbst nach neuen Beiträgen sehen, deshalb kommen sie etwas später.',
  confirm: (what) =>
    `Alle in diesem Chat können dann lesen, was in ${what} geschrieben wird. Hier beobachten?`,
  confirmButton: 'Hier beobachten',
  which: (example) => `Welche Gruppe? Schreiben Sie: ${example}`,
  title: 'Was Sie beobachten',
  none: 'Sie beobachten nichts. Was Sie beginnen, beobachten Sie automatisch.',
  paused: 'Angehalten, weil ich dort nicht schreiben konnte',
  pausedForSignIn: 'Angehalten, bis Sie sich anmelden',
  readingLacks: (permission) =>
    `Es kommt nichts, bis die Administration die Berechtigung ${permission} erteilt; „whoami“ zeigt, wie`,
  notificationsLack: (permission) =>
    `Kommt etwas später, weil die Berechtigung ${permission} fehlt; „whoami“ zeigt, wer sie erteilen kann`,
  tooLarge: 'Es kommt nichts, weil die Gruppe mehr Unterhaltungen hat, als ich durchsehen kann',
  here: 'In diesem Chat',
  elsewhere: 'In einem anderen Chat',
  more: (count) => `Und ${number.format(count)} weitere. Beenden Sie einige, um sie zu sehen.`,
};

export const germanNoticeSettings: NoticeSettingsTexts = {
  title: 'Wann ich mich melde',
  open: 'Ruhezeiten und Übersicht',
  quietFrom: 'Ruhe von',
  quietTo: 'Ruhe bis',
  digestAt: 'Alles einmal am Tag um',
  note: 'Schreiben Sie Zeiten wie 18:30, und lassen Sie leer, was Sie nicht möchten. Das gilt für unseren eigenen Chat, in Ihrer Zeitzone.',
  watchStarted: 'Beobachten, was ich beginne',
  yes: 'Ja',
  no: 'Nein',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt ab jetzt.',
  badTime: 'Eine der Zeiten kann ich nicht lesen. Schreiben Sie sie wie 18:30.',
  bothTimes: 'Ruhezeiten brauchen Anfang und Ende. Füllen Sie beides aus oder keines.',
};
