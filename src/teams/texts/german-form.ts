import type { FormTexts } from './form-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about forms. */
export const germanForm: FormTexts = {
  titleConversation: 'Unterhaltung beginnen',
  titleThread: 'Thread beginnen',
  titleReply: 'Antworten',
  replyTo: (topic, group) => (group === undefined ? `Auf „${topic}“.` : `Auf „${topic}“ in ${group}.`),
  restrictedTo: (name) => `Dieses Formular ist für ${name}.`,
  problems: 'Es wurde noch nichts veröffentlicht. Was Sie geschrieben haben, ist noch da:',
  group: 'Gruppe',
  groupPlaceholder: 'Schreiben Sie, um eine Ihrer Gruppen zu finden',
  groupTypedPlaceholder: 'Name oder E-Mail-Adresse der Gruppe',
  groupIdPlaceholder: 'ID der Gruppe',
  groupsUnlisted:
    'In Ihrer Organisation darf ich noch keine Gruppen auflisten. Geben Sie deshalb die ID der Gruppe ein; „whoami“ zeigt, wer das ändern kann.',
  groupsUnsearched:
    'Sie sind noch nicht angemeldet, deshalb kann ich Ihre Gruppen nicht durchsuchen: Geben Sie den Namen oder die E-Mail-Adresse der Gruppe ein. Um zu suchen, schreiben Sie „sign in“ in unserem eigenen Chat und öffnen dieses Formular noch einmal.',
  conversation: 'Unterhaltung',
  conversationPlaceholder: 'Wählen Sie die Unterhaltung, oder geben Sie ihren Betreff ein',
  chosenGroup: 'Die gewählte Gruppe',
  chosenConversation: 'Die gewählte Unterhaltung',
  topic: 'Betreff',
  topicPlaceholder: 'Worum geht es?',
  body: 'Text',
  bodyPlaceholder: 'Die erste Nachricht der Unterhaltung',
  replyPlaceholder: 'Was antworten Sie?',
  peoplePicker: 'Auch an Personen Ihrer Organisation senden (optional)',
  people: 'Auch senden an: Adressen oder Namen (optional)',
  peoplePlaceholder: 'ada@contoso.com, Ben Ray',
  postDate: 'Später veröffentlichen: Datum (optional)',
  postTime: 'Uhrzeit (optional)',
  postZone: 'Zeitzone',
  groupMissing: 'Wählen Sie die Gruppe, für die der Beitrag gedacht ist.',
  topicMissing: 'Geben Sie ein paar Worte ein, die sagen, worum es geht.',
  bodyMissing: 'Schreiben Sie die erste Nachricht.',
  replyMissing: 'Schreiben Sie erst Ihre Antwort.',
  post: 'In der Gruppe veröffentlichen',
  cancel: 'Abbrechen',
  preview: 'Vorschau',
  lookLost:
    'Dieses Formular behält Ihre Worte; Unterstreichungen, Bilder und verbundene Zellen gehen verloren, wenn Sie daraus veröffentlichen.',
  plainHint: (preview) =>
    `Wenn Sie diesen Text so lassen, wird er genau so veröffentlicht, wie Sie ihn geschrieben haben. Wenn Sie ihn hier ändern, werden Sterne, Striche und Nummern darin zu Formatierung; „${preview}“ zeigt, wie.`,
  tooLongToEdit: (characters) =>
    `Was Sie hier geschrieben haben (${number.format(characters)} Zeichen), ist zu lang, um es in dieser Karte zu bearbeiten. Es bleibt erhalten: Lassen Sie das Feld leer, um es zu verwenden, oder schreiben Sie etwas anderes.`,
};
