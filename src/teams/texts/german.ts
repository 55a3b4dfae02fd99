import { fillIn } from '../../conversations/errors/fill-in.ts';
import type { CommandProblemCode } from '../commands/command.ts';
import { germanErrors } from './german-errors.ts';
import { germanHousekeeping } from './german-housekeeping.ts';
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
  'text-unclear':
    'Was auf die Nummer folgt, halte ich für den Text: {near}. Ein Doppelpunkt macht es eindeutig.',
};

/** German, with the formal „Sie“. Commands are typed in English in every language. */
export const german: Texts = {
  language: 'de',

  error({ code, details = {} }) {
    const [says, next] = germanErrors[code];
    return { says: fillIn(says, details), next: fillIn(next, details) };
  },
  commandProblem: ({ code, details }) => fillIn(commandProblems[code], details),
  commandHelp: {
    start:
      'Beginnt in Ihrem Namen eine Unterhaltung in einer Microsoft 365-Gruppe. Ohne alles Weitere öffnet sich ein Formular.',
    thread: 'Beginnt einen neuen Thread in einer Unterhaltung, die es schon gibt.',
    reply:
      'Antwortet in einer Unterhaltung: mit ihrer Nummer aus der letzten Liste oder mit ihrem Betreff. Ohne Text zeigt es, worauf Sie antworten.',
    recent: 'Listet die neuesten Unterhaltungen einer Gruppe oder aller Ihrer Gruppen mit Nummern auf.',
    groups: 'Listet Ihre Gruppen mit Nummern auf.',
    use: 'Macht eine Gruppe zu der, in der dieser Chat veröffentlicht, wenn keine genannt ist. Allein sagt es, welche das ist.',
    pending: 'Zeigt, was von Ihnen noch nicht veröffentlicht ist, und warum.',
    watch: 'Meldet neue Beiträge in einer Gruppe oder Unterhaltung.',
    unwatch: 'Beendet das.',
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
    start: 'Unterhaltung beginnen',
  },

  form: {
    titleConversation: 'Unterhaltung beginnen',
    titleThread: 'Thread beginnen',
    titleReply: 'Antworten',
    replyTo: (topic, group) => (group === undefined ? `Auf „${topic}“.` : `Auf „${topic}“ in ${group}.`),
    restrictedTo: (name) => `Dieses Formular ist für ${name}.`,
    problems: 'Es wurde noch nichts veröffentlicht. Was Sie geschrieben haben, ist noch da:',
    group: 'Gruppe',
    groupPlaceholder: 'Schreiben Sie, um eine Ihrer Gruppen zu finden',
    groupTypedPlaceholder: 'Ihr Name oder ihre Mailadresse',
    conversation: 'Unterhaltung',
    conversationPlaceholder: 'Wählen Sie die Unterhaltung, oder geben Sie ihren Betreff ein',
    chosenGroup: 'Die gewählte Gruppe',
    chosenConversation: 'Die gewählte Unterhaltung',
    topic: 'Betreff',
    topicPlaceholder: 'Worum geht es?',
    body: 'Text',
    bodyPlaceholder: 'Die erste Nachricht der Unterhaltung',
    peoplePicker: 'Auch an Personen Ihrer Organisation senden (optional)',
    people: 'Auch senden an: Adressen oder Namen (optional)',
    peoplePlaceholder: 'ada@contoso.com, Ben Ray',
    postDate: 'Später veröffentlichen: Datum (optional)',
    postTime: 'Uhrzeit (optional)',
    postZone: 'Zeitzone',
    groupMissing: 'Wählen Sie die Gruppe, für die der Beitrag gedacht ist.',
    topicMissing: 'Geben Sie ein paar Worte ein, die sagen, worum es geht.',
    bodyMissing: 'Schreiben Sie die erste Nachricht.',
    post: 'In der Gruppe veröffentlichen',
    cancel: 'Abbrechen',
    preview: 'Vorschau',
    lookLost:
      'Dieses Formular behält Ihre Worte; Unterstreichungen, Bilder und verbundene Zellen gehen verloren, wenn Sie daraus veröffentlichen.',
    tooLongToEdit: (characters) =>
      `Was Sie hier geschrieben haben (${number.format(characters)} Zeichen), ist zu lang, um es in dieser Karte zu bearbeiten. Es bleibt erhalten: Lassen Sie das Feld leer, um es zu verwenden, oder schreiben Sie etwas anderes.`,
  },
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

  receipt: {
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
    plannedLate:
      'Ich konnte es nicht zur geplanten Zeit veröffentlichen, und die ist mehr als eine Stunde her; deshalb frage ich vorher.',
    planned: (when) => `Geplant für ${when}`,
    plannedNote:
      'Vorher wird nichts gesendet. Bis dahin können Sie es ändern, veröffentlichen oder verwerfen.',
    firstOfTwo: 'Diese Uhrzeit gibt es zweimal, weil die Uhren zurückgestellt werden; ich nehme die erste.',
    change: 'Ändern',
    replaced: 'Geändert',
    replacedNote: 'Diese Fassung wird nicht gesendet; an ihre Stelle tritt die geänderte.',
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
  },

  similar: {
    title: 'Das haben Sie gerade veröffentlicht',
    note: 'Derselbe Text ging eben an dieselbe Gruppe; deshalb habe ich ihn nicht noch einmal veröffentlicht.',
    firstIs: 'Der erste Beitrag',
    again: 'Trotzdem noch einmal beginnen',
  },
  inPersonalChat: 'Fragen Sie mich das in unserem eigenen Chat: Die Antwort ist nur für Sie bestimmt.',
  list: {
    groups: 'Gruppen',
    newest: 'Neueste Unterhaltungen',
    noGroups: 'Sie sind in keiner Microsoft 365-Gruppe, die ich sehen kann.',
    noneIn: (group) => `In ${group} gibt es noch keine Unterhaltung.`,
    noneAnywhere: 'In Ihren Gruppen gibt es noch keine Unterhaltung.',
    noTopic: 'Kein Betreff',
    onlySome: (read, all) =>
      `Ich habe in ${number.format(read)} von Ihren ${number.format(all)} Gruppen nachgesehen. Nennen Sie eine, um die anderen zu sehen.`,
    notRead: (count) => `Gruppen, die ich nicht lesen konnte: ${number.format(count)}.`,
    more: (count) => `${number.format(count)} weitere`,
    old: 'Diese Liste ist nicht Ihre neueste oder älter als eine Stunde. „recent“ oder „groups“ gibt Ihnen eine neue.',
    noList: (typed) =>
      `Ich habe keine Liste aus der letzten Stunde für Sie, in der ${typed} stehen könnte. „recent“ oder „groups“ gibt Ihnen eine neue.`,
    noSuchNumber: (typed, last) => `${typed} gibt es in Ihrer letzten Liste nicht; sie endet mit ${last}.`,
    isGroup: (typed) => `${typed} ist eine Gruppe. Wählen Sie die Unterhaltung darin.`,
    reply: 'Antworten',
    newThread: 'Neuer Thread',
    start: 'Unterhaltung beginnen',
    recent: 'Neueste Unterhaltungen',
    use: 'In diesem Chat verwenden',
    isBelow: 'Die Antwort steht unten.',
    inOwnChat: 'Ich habe die Liste in unseren eigenen Chat geschickt: Sie ist nur für Sie bestimmt.',
    noOwnChat:
      'Die Liste ist nur für Sie bestimmt, und ich kann Ihnen nicht allein schreiben. Öffnen Sie einen Chat mit mir und fragen Sie mich dort.',
    lastWords: (words) => `Zuletzt: ${words}`,
  },
  use: {
    none: (example) => `Dieser Chat verwendet noch keine Gruppe. So wählen Sie eine: ${example}`,
    is: (group) => `Was keine Gruppe nennt, geht aus diesem Chat an ${group}. „use nothing“ beendet das.`,
    chosen: (group) => `Von jetzt an geht aus diesem Chat an ${group}, was keine Gruppe nennt.`,
    chosenBy: (person, group) =>
      `${person} hat gewählt: Von jetzt an geht aus diesem Chat an ${group}, was keine Gruppe nennt.`,
    forgotten:
      'Dieser Chat verwendet keine Gruppe mehr. Nennen Sie die Gruppe, wenn Sie eine Unterhaltung beginnen.',
  },
  notice: {
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
    signIn: (what) =>
      `Ich beobachte ${what} nicht mehr, weil Sie nicht mehr angemeldet sind. Melden Sie sich an, dann geht es weiter.`,
  },
  watch: {
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
    none: 'Sie beobachten nichts. Was Sie beginnen, beobachten Sie von selbst.',
    paused: 'Angehalten, bis Sie sich anmelden oder mich wieder hinzufügen',
    here: 'In diesem Chat',
    elsewhere: 'In einem anderen Chat',
    more: (count) => `Und ${number.format(count)} weitere. Beenden Sie einige, um sie zu sehen.`,
  },
  noticeSettings: {
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
  },
  pending: {
    title: 'Noch nicht erledigt',
    none: 'Von Ihnen wartet nichts.',
    more: (count) => `Und ${number.format(count)} weitere. Erledigen Sie zuerst diese.`,
  },
  housekeeping: germanHousekeeping,
  order: { notYours: 'Das kann nur, wer diesen Text geschrieben hat.' },

  installed: {
    team: 'Ich beginne in Ihrem Namen Unterhaltungen in Ihren Microsoft 365-Gruppen. Erwähnen Sie mich und schreiben Sie „start“ oder „help“.',
    groupChat:
      'Ich beginne in Ihrem Namen Unterhaltungen in Ihren Microsoft 365-Gruppen. Erwähnen Sie mich und schreiben Sie „start“ oder „help“.',
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
    fillIn: 'Ausfüllen',
    fillInNote: 'Wer die Schaltfläche drückt, bekommt ein eigenes Formular.',
    inChat: (status) => `${status} – die Quittung steht im Chat.`,
    inPersonalChat: (status) => `${status} – die Quittung steht in Ihrem Chat mit mir.`,
    signInInChat:
      'Ihr Text ist aufgehoben, und Sie sind noch nicht angemeldet. Drücken Sie „Anmelden und veröffentlichen“ auf der Karte im Chat; dann geht es von selbst weiter.',
    signInHere:
      'Ihr Text ist aufgehoben, und Sie sind noch nicht angemeldet. Melden Sie sich an, dann geht es von selbst weiter.',
    notInstalled:
      'Ich kann Ihnen die Quittung nicht schicken, weil Sie mich noch nicht hinzugefügt haben. Öffnen Sie in Teams „Apps“, suchen Sie nach Kickoff, und wählen Sie „Hinzufügen“; „pending“ zeigt Ihnen dann, was daraus geworden ist.',
    late: 'Das dauert länger als sonst. Die Quittung folgt im Chat; Sie brauchen es nicht noch einmal zu senden.',
  },

  extension: {
    quoted: (name) => `${name} schrieb:`,
    nothingFound:
      'In Ihren Gruppen habe ich keine Unterhaltung mit diesen Wörtern gefunden. Versuchen Sie ein Wort aus dem Betreff oder den Namen der Gruppe.',
    partly: (searched, groups) =>
      `Ich habe ${number.format(searched)} Ihrer ${number.format(groups)} Gruppen durchsucht`,
    partlyNote: 'Es kann mehr geben. Schreiben Sie den Namen einer Gruppe, um sie zuerst zu durchsuchen.',
    searchAgain: 'Suchen Sie in einer Minute noch einmal.',
    lastPost: 'Letzter Beitrag',
  },

  signIn: {
    text: 'Melden Sie sich einmal an, damit ich in Ihrem Namen veröffentlichen kann.',
    button: 'Anmelden',
    signedIn: 'Sie sind angemeldet.',
    newerBelow: 'Weiter unten finden Sie eine neuere Schaltfläche „Anmelden“.',
    alreadyAsked: 'Melden Sie sich mit der Schaltfläche oben an; danach mache ich hiermit von selbst weiter.',
    pressAgain:
      'Drücken Sie die Schaltfläche in einer Minute noch einmal; was Sie geschrieben haben, bleibt erhalten.',
    signedOut: 'Sie sind abgemeldet, und ich habe Ihre Anmeldung überall vergessen.',
    waitsForSignIn: (count) =>
      count === 1
        ? 'Einer Ihrer Texte wartet, bis Sie sich wieder anmelden; „pending“ zeigt ihn.'
        : `${number.format(count)} Ihrer Texte warten, bis Sie sich wieder anmelden; „pending“ zeigt sie.`,
    plannedNeedSignIn: (count) =>
      count === 1
        ? 'Ein geplanter Text wird zu seiner Zeit nur veröffentlicht, wenn Sie sich bis dahin wieder angemeldet haben.'
        : `${number.format(count)} geplante Texte werden zu ihrer Zeit nur veröffentlicht, wenn Sie sich bis dahin wieder angemeldet haben.`,
    openPersonalChat:
      'Sie sind noch nicht angemeldet, und unter vier Augen kann ich Ihnen noch nicht schreiben. Öffnen Sie einen Chat mit mir, und schreiben Sie „sign in“.',
  },

  whoami: {
    title: 'Wer Sie für mich sind',
    notSignedIn: 'Sie sind nicht angemeldet',
    name: 'Name',
    mail: 'E-Mail',
    organisation: 'Organisation',
    allowed: 'Was ich in Ihrem Namen darf',
    notAllowed: 'Was ich nicht darf',
    missing: (permissions) => `Es fehlt: ${permissions}.`,
    refused: 'Es ist erteilt, aber Microsoft 365 lehnt es ab.',
    features: {
      posting: {
        does: 'Unterhaltungen und Threads in Ihren Gruppen beginnen.',
        without: 'Ohne das kann ich nichts veröffentlichen.',
      },
      'marker-write': {
        does: 'Jede Nachricht unsichtbar kennzeichnen, damit ich sie wiederfinde.',
        without: 'Ohne das erkenne ich eine Nachricht an Thema, Text, Absender und Zeit.',
      },
      'marker-read': {
        does: 'Dieses Kennzeichen lesen, wenn eine Antwort von Microsoft 365 verloren ging.',
        without: 'Ohne das erkenne ich eine Nachricht an Thema, Text, Absender und Zeit.',
      },
      'group-names': {
        does: 'Die Namen Ihrer Gruppen zeigen und darin suchen.',
        without: 'Ohne das nennen Sie eine Gruppe mit ihrer ID.',
      },
      profile: {
        does: 'Ihren Namen und Ihre E-Mail-Adresse lesen.',
        without:
          'Ohne das kann ich Ihre Nachrichten nicht von fremden unterscheiden, wenn ich eine verlorene suche.',
      },
      'people-search': {
        does: 'Menschen in Ihrer Organisation mit Namen finden.',
        without: 'Ohne das geben Sie E-Mail-Adressen an.',
      },
      watching: {
        does: 'Sofort von neuen Nachrichten erfahren.',
        without: 'Ohne das sehe ich von Zeit zu Zeit nach.',
      },
    },
    forAdmin: 'Was fehlt, erteilt Ihre Administration für alle über diesen Link:',
    adminButton: 'Für die Administration: Berechtigungen erteilen',
    afterwards: 'Schreiben Sie danach „sign out“ und dann „sign in“, damit es gleich gilt.',
  },

  unknown: {
    personal: (said) =>
      `Den Befehl „${said}“ kenne ich nicht. Wenn das ein Text zum Veröffentlichen ist: Wählen Sie die Gruppe, und er kann los.`,
    channel: (said) => `Den Befehl „${said}“ kenne ich nicht.`,
    nearest: (example) => `Meinten Sie: ${example}`,
  },
  unknownPerson:
    'Ich kann nicht erkennen, wer Sie in Ihrer Organisation sind, und deshalb nicht in Ihrem Namen veröffentlichen.',
  oldButton:
    'Diese Schaltfläche gehört zu einer älteren Karte. Schreiben Sie „start“, um ein neues Formular zu öffnen.',
  notDelivered: 'Teams hat meine Nachricht nicht angenommen. Bitte versuchen Sie es noch einmal.',
  useTheChat: 'Das kann ich hier noch nicht. Schreiben Sie mir in unserem Chat: „start“ öffnet das Formular.',
};
