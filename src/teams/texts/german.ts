import { fillIn } from '../../conversations/errors/fill-in.ts';
import type { CommandProblemCode } from '../commands/command.ts';
import { germanAccount } from './german-account.ts';
import { fillError } from './fill-error.ts';
import { germanErrors } from './german-errors.ts';
import { germanAnnouncement } from './german-announcement.ts';
import { germanHousekeeping } from './german-housekeeping.ts';
import { germanPlan } from './german-plan.ts';
import { germanNoticeSettings, germanWatch } from './german-watch.ts';
import { germanForm } from './german-form.ts';
import { germanReceipt } from './german-receipt.ts';
import { germanList } from './german-list.ts';
import { germanNotice } from './german-notice.ts';
import { germanOthers } from './german-others.ts';
import { germanSignIn } from './german-sign-in.ts';
import type { Texts } from './texts.ts';

const number = new Intl.NumberFormat('de');

const commandProblems: Readonly<Record<CommandProblemCode, string>> = {
  'quote-not-closed': 'Das Anführungszeichen bei {near}… wird nie geschlossen.',
  'colon-unclear': 'Ich kann nicht sagen, ob der Text bei diesem Doppelpunkt beginnt: {near}.',
  'topic-missing': 'Hier fehlt der Betreff: {near}.',
  'group-missing': 'Hier fehlt die Gruppe: {near}.',
  'conversation-missing': 'Hier fehlt die Unterhaltung: {near}.',
  'time-unclear':
    'Ich verstehe „{near}“ nicht als Zeitangabe. Schreiben Sie zum Beispiel Montag 9:00, morgen 9:30, 9:00 oder 2026-12-01 9:00.',
  'text-unclear': 'Was hier folgt, halte ich für den Text: {near}. Ein Doppelpunkt macht es eindeutig.',
  'nothing-follows': 'Hier folgt nichts auf „{word}“: {near}.',
  'quote-unclear': 'Ich kann nicht sagen, wozu das Anführungszeichen hier gehört: {near}.',
  'words-unclear': 'Was hier beginnt, verstehe ich nicht: {near}.',
  'number-unclear':
    'Eine Nummer „{word}“ gibt es nicht: Die Nummern einer Liste gehen von 1 bis 999. Sie steht hier: {near}.',
  'number-and-group': 'Die Nummer nennt ihre Gruppe schon, doch hier folgt noch eine: {near}.',
};

/** In the case that the word in front of it asks for. */
function chosenGroup(before: string): string {
  return before === 'in' || before === 'von' ? 'der gewählten Gruppe' : 'die gewählte Gruppe';
}

/** German, with the formal „Sie“. Commands are typed in English in every language. */
export const german: Texts = {
  language: 'de',

  error({ code, details = {} }) {
    const [says, next] = germanErrors[code];
    const fill = (sentence: string) => fillError(sentence, details, chosenGroup);
    return { says: fill(says), next: fill(next) };
  },
  commandProblem: ({ code, details }) => fillIn(commandProblems[code], details),
  commandHelp: {
    start:
      'Beginnt in Ihrem Namen eine Unterhaltung in einer Microsoft 365-Gruppe. Ohne alles Weitere öffnet sich ein Formular.',
    thread: 'Beginnt einen neuen Thread in einer Unterhaltung, die es schon gibt.',
    reply:
      'Antwortet in einer Unterhaltung: mit ihrer Nummer aus der letzten Liste oder mit ihrem Betreff. Ohne Text zeigt der Befehl, worauf Sie antworten.',
    recent:
      'Listet die neuesten Unterhaltungen einer Gruppe mit Nummern auf. Ohne Gruppe die der Gruppe, die dieser Chat verwendet, oder sonst aller Ihrer Gruppen.',
    groups: 'Listet Ihre Gruppen mit Nummern auf.',
    use: 'Legt die Gruppe fest, in der dieser Chat veröffentlicht, wenn Sie keine nennen. Ohne Gruppe zeigt der Befehl, welche das ist.',
    pending: 'Zeigt, was von Ihnen noch nicht veröffentlicht ist, und warum.',
    watch:
      'Meldet hier neue Beiträge in einer Gruppe oder Unterhaltung. Ohne Gruppe die der Gruppe, die dieser Chat verwendet.',
    unwatch:
      'Meldet hier neue Beiträge nicht mehr. Ohne Gruppe zeigt der Befehl, was Sie beobachten, oder beendet das Einzige.',
    watching: 'Listet auf, was Sie beobachten, mit Ruhezeiten und täglicher Übersicht.',
    'sign-in': 'Meldet Sie an, damit ich in Ihrem Namen veröffentlichen kann.',
    'sign-out': 'Meldet Sie ab; ich vergesse Ihre Anmeldung.',
    whoami: 'Zeigt, wer Sie für mich sind und was ich in Ihrem Namen darf.',
    help: 'Zeigt, was ich kann oder wie ein Befehl geschrieben wird.',
    'forget-me': 'Lässt mich alles über Sie vergessen, nach einer Rückfrage.',
  },
  help: {
    title: 'Das kann ich',
    welcome: 'Willkommen bei Kickoff',
    more: 'Alles Weitere zeigt „help“; Befehle schreiben Sie auf Englisch.',
    intro:
      'Ich beginne in Ihrem Namen Unterhaltungen in Ihren Microsoft 365-Gruppen. Alle in der Gruppe bekommen die E-Mail, und zwar genau einmal.',
    example: 'Zum Beispiel:',
    ownChat: 'Nur in unserem eigenen Chat.',
    start: 'Unterhaltung beginnen',
  },

  form: germanForm,
  preview: {
    title: 'So zeigt es Outlook',
    change: 'Ändern',
    when: 'Geplant für',
    picture: '(Bild)',
    cut: 'Der Rest passt nicht in diese Karte. Veröffentlicht wird alles.',
  },
  files: {
    label: 'Dateien',
    linked: (name) =>
      `${name} ist zu groß für den Beitrag; im Text steht ein Link darauf. Geben Sie die Datei für die Gruppe frei, damit alle sie öffnen können.`,
  },
  formClosed: 'Abgebrochen. Es wurde nichts veröffentlicht.',
  formReopen: 'Wieder öffnen',
  formOpened: 'Hier ist ein Formular für Sie.',

  receipt: germanReceipt,
  others: germanOthers,

  similar: {
    title: 'Das haben Sie mir gerade schon geschickt',
    note: 'Denselben Text für dieselbe Gruppe habe ich schon; mit diesem habe ich nichts gemacht.',
    firstIs: 'Der erste Text',
    again: 'Trotzdem noch einmal beginnen',
  },
  inPersonalChat: 'Fragen Sie mich das in unserem eigenen Chat: Die Antwort ist nur für Sie bestimmt.',
  list: germanList,
  use: {
    none: (example) => `Dieser Chat verwendet noch keine Gruppe. So wählen Sie eine: ${example}`,
    is: (group) =>
      `Wenn Sie keine Gruppe nennen, veröffentlicht dieser Chat in ${group}. „use nothing“ beendet das.`,
    chosen: (group) => `Von jetzt an veröffentlicht dieser Chat in ${group}, wenn Sie keine Gruppe nennen.`,
    chosenBy: (person, group) =>
      `${person} hat gewählt: Von jetzt an veröffentlicht dieser Chat in ${group}, wenn Sie keine Gruppe nennen.`,
    forgotten:
      'Dieser Chat verwendet keine Gruppe mehr. Nennen Sie die Gruppe, wenn Sie eine Unterhaltung beginnen.',
  },
  notice: germanNotice,
  watch: germanWatch,
  noticeSettings: germanNoticeSettings,
  pending: {
    title: 'Noch nicht erledigt',
    none: 'Von Ihnen wartet nichts.',
    next: 'Erledigen Sie zuerst diese; danach kommen:',
    more: (count) => `Und ${number.format(count)} weitere.`,
  },
  housekeeping: germanHousekeeping,
  plan: germanPlan,
  announcement: germanAnnouncement,
  order: { notYours: 'Das kann nur, wer diesen Text geschrieben hat.' },

  installed: {
    team: 'Ich beginne in Ihrem Namen Unterhaltungen in Ihren Microsoft 365-Gruppen. Erwähnen Sie mich, und schreiben Sie „start“ oder „help“.',
    groupChat:
      'Ich beginne in Ihrem Namen Unterhaltungen in Ihren Microsoft 365-Gruppen. Erwähnen Sie mich, und schreiben Sie „start“ oder „help“.',
  },
  forget: {
    title: 'Alles über Sie vergessen?',
    note: 'Ich lösche Ihre Anmeldung, Ihre Formulare mit allem, was darin steht, und den Text von allem, was Sie über mich veröffentlicht haben. Was veröffentlicht ist, bleibt in den Gruppen.',
    open: (count) =>
      count === 1
        ? 'Ein Text von Ihnen ist noch nicht veröffentlicht oder für später geplant und geht dabei verloren. „pending“ zeigt ihn vorher.'
        : `${number.format(count)} Texte von Ihnen sind noch nicht veröffentlicht oder für später geplant und gehen dabei verloren. „pending“ zeigt sie vorher.`,
    button: 'Alles vergessen',
    done: (texts) =>
      `Erledigt. Ihre Anmeldung und Ihre Formulare sind gelöscht, ebenso der Text von ${number.format(texts)} ${texts === 1 ? 'Auftrag' : 'Aufträgen'}.`,
    later: (count) =>
      `Ihre Formulare sind gelöscht, und nichts wird mehr gesendet. ${count === 1 ? 'Ein Auftrag ist' : `${number.format(count)} Aufträge sind`} noch nicht geklärt: Den Text davon und Ihre Anmeldung lösche ich, sobald ich weiß, was daraus geworden ist, spätestens in zwei Tagen.`,
    kept: 'Ich behalte nur Kennungen ohne Text, damit nie etwas doppelt veröffentlicht wird.',
    gone: 'Diesen Text habe ich nicht mehr.',
  },

  dialog: {
    back: 'Zurück',
    waitsForYou:
      'Vorher wird nichts gesendet. Wenn Sie das hier schließen, wartet es auf Sie: „pending“ zeigt es wieder.',
    fillIn: 'Ausfüllen',
    fillInNote: 'Wer auf die Schaltfläche drückt, bekommt ein eigenes Formular.',
    inChat: (status) => `${status} – der Beleg steht im Chat.`,
    inPersonalChat: (status) => `${status} – der Beleg steht in Ihrem Chat mit mir.`,
    signInInChat:
      'Ihr Text ist aufgehoben, und Sie sind noch nicht angemeldet. Drücken Sie auf der Karte im Chat auf „Anmelden und veröffentlichen“; dann geht es von selbst weiter.',
    signInHere:
      'Ihr Text ist aufgehoben, und Sie sind noch nicht angemeldet. Melden Sie sich an, dann geht es von selbst weiter.',
    notInstalled:
      'Ich kann Ihnen den Beleg nicht schicken, weil Sie mich noch nicht hinzugefügt haben. Öffnen Sie in Teams „Apps“, suchen Sie nach Kickoff, und wählen Sie „Hinzufügen“; „pending“ zeigt Ihnen dann, was daraus geworden ist.',
    late: 'Das dauert länger als sonst. Der Beleg folgt im Chat; Sie brauchen es nicht noch einmal zu senden.',
  },

  extension: {
    quoted: (name) => `${name} schrieb:`,
    openMessage: 'Nachricht in Teams öffnen',
    nothingFound:
      'In Ihren Gruppen habe ich keine Unterhaltung mit diesen Wörtern gefunden. Versuchen Sie ein Wort aus dem Betreff oder den Namen der Gruppe.',
    partly: (searched, groups) =>
      `Ich habe ${number.format(searched)} Ihrer ${number.format(groups)} Gruppen durchsucht`,
    partlyNote: 'Es kann mehr geben. Schreiben Sie den Namen einer Gruppe, um sie zuerst zu durchsuchen.',
    searchAgain: 'Suchen Sie in einer Minute noch einmal.',
    lastPost: 'Letzter Beitrag',
  },

  signIn: germanSignIn,

  whoami: germanAccount,
  pages: {
    signedIn: {
      title: 'Sie sind angemeldet',
      text: 'Sie können dieses Fenster schließen. Was Sie geschrieben haben, geht von selbst weiter.',
    },
    granted: {
      title: 'Zurück von der Zustimmungsseite von Microsoft',
      text: 'Kickoff verwendet ab jetzt, was Sie erteilt haben. Wer es benutzt, schreibt im Chat mit Kickoff „sign in“; wer schon angemeldet ist, zuerst „sign out“.',
    },
    nothingGranted: {
      title: 'Es wurde nichts erteilt',
      text: 'Die Seite von Microsoft wurde ohne Zustimmung verlassen. Öffnen Sie den Link noch einmal, um die Berechtigungen zu erteilen.',
    },
  },

  unknown: {
    personal: (said) =>
      `Den Befehl „${said}“ kenne ich nicht. Wenn das ein Text ist, den Sie veröffentlichen möchten, fehlt nur noch die Gruppe: Wählen Sie sie aus.`,
    channel: (said) => `Den Befehl „${said}“ kenne ich nicht.`,
    nearest: (example) => `Meinten Sie: ${example}`,
    help: '„help“ zeigt, was ich kann.',
  },
  unknownPerson:
    'Ich kann nicht erkennen, wer Sie in Ihrer Organisation sind, und deshalb nicht in Ihrem Namen veröffentlichen. Verwenden Sie Teams mit Ihrem Konto dieser Organisation, und versuchen Sie es noch einmal.',
  oldButton:
    'Diese Schaltfläche gehört zu einer älteren Karte. Schreiben Sie „start“, um ein neues Formular zu öffnen.',
  notDelivered: 'Teams hat meine Nachricht nicht angenommen. Bitte versuchen Sie es noch einmal.',
  useTheChat: 'Das kann ich hier noch nicht. Schreiben Sie mir in unserem Chat: „start“ öffnet das Formular.',
};
