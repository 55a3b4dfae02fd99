import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import { germanApiErrors } from './german-api-errors.ts';
import { germanPlanErrors } from './german-plan-errors.ts';

const again = 'Ich versuche es von selbst wieder; nichts geht verloren.';
const textStays = 'Ihr Text bleibt erhalten, und danach geht es von selbst weiter.';
const choose = 'Wählen Sie die richtige aus.';

/** The error table's sentences in German: what happened, what to do next. */
export const germanErrors: Readonly<Record<ErrorCode, readonly [says: string, next: string]>> = {
  // What was typed
  TOPIC_EMPTY: [
    'Die Unterhaltung braucht einen Betreff.',
    'Geben Sie ein paar Worte ein, die sagen, worum es geht.',
  ],
  TOPIC_TOO_LONG: [
    'Der Betreff hat {length} Zeichen; höchstens {limit} sind möglich.',
    'Kürzen Sie den Betreff; der Rest passt in den Text.',
  ],
  BODY_EMPTY: ['Es gibt noch keinen Text.', 'Schreiben Sie die erste Nachricht der Unterhaltung.'],
  BODY_TOO_LONG: [
    'Der Text ist zu lang ({length} Zeichen; {limit} sind möglich).',
    'Kürzen Sie ihn, oder legen Sie den langen Teil in eine Datei, auf die Sie verlinken.',
  ],
  GROUP_MISSING: [
    'Es wurde keine Gruppe genannt.',
    'Wählen Sie die Gruppe, für die der Beitrag gedacht ist.',
  ],
  CONVERSATION_MISSING: [
    'Es wurde keine Unterhaltung genannt.',
    'Wählen Sie die Unterhaltung, oder geben Sie ihren Betreff ein.',
  ],
  ADDRESS_INVALID: [
    '„{address}“ ist keine E-Mail-Adresse.',
    'Schreiben Sie Adressen wie ada@contoso.com, durch Kommas getrennt.',
  ],
  TOO_MANY_PEOPLE: [
    '{count} Personen sind zu viele für eine Unterhaltung; höchstens {limit} können hinzugefügt werden.',
    'Fügen Sie weniger Personen hinzu, oder nehmen Sie sie in die Gruppe auf.',
  ],

  // When it was meant for
  ...germanPlanErrors,

  // What it was meant for
  GROUP_NOT_FOUND: [
    'Es gibt keine Gruppe namens „{group}“, die Sie sehen können.',
    'Wählen Sie eine Ihrer Gruppen, oder geben Sie den genauen Namen oder die E-Mail-Adresse ein.',
  ],
  GROUP_GONE: [
    'Die gewählte Gruppe gibt es nicht mehr, oder Sie können sie nicht sehen.',
    'Wählen Sie eine Ihrer Gruppen, oder geben Sie den genauen Namen oder die E-Mail-Adresse ein.',
  ],
  GROUP_AMBIGUOUS: ['Zu „{group}“ passen mehrere Gruppen.', choose],
  GROUP_NEAR: [
    'Keine Gruppe heißt genau „{group}“.',
    'Wählen Sie die richtige aus; es wurde nichts veröffentlicht.',
  ],
  GROUP_WITHOUT_MAILBOX: [
    '„{group}“ ist keine Microsoft 365-Gruppe und hat deshalb kein Postfach für Unterhaltungen.',
    'Wählen Sie eine Microsoft 365-Gruppe.',
  ],
  CONVERSATION_NOT_FOUND: [
    'In {group} gibt es keine Unterhaltung „{conversation}“.',
    'Geben Sie den Betreff genau so ein, wie Outlook ihn zeigt.',
  ],
  CONVERSATION_AMBIGUOUS: ['In {group} heißen mehrere Unterhaltungen „{conversation}“.', choose],
  CONVERSATION_GONE: [
    'Die gewählte Unterhaltung gehört nicht mehr zu den neuesten von {group}.',
    'Wählen Sie sie noch einmal aus, oder geben Sie ihren Betreff ein.',
  ],

  // Whom else it was meant for
  PERSON_NOT_FOUND: [
    'Ich habe niemanden namens „{person}“ gefunden.',
    'Wählen Sie jemanden aus Ihrer Organisation, oder geben Sie eine E-Mail-Adresse wie ada@contoso.com ein.',
  ],
  PERSON_AMBIGUOUS: ['Mehrere Personen heißen „{person}“.', 'Wählen Sie die richtige Person aus.'],
  PERSON_NEAR: [
    'Niemand heißt genau „{person}“.',
    'Wählen Sie die richtige Person aus; es wurde nichts veröffentlicht.',
  ],
  PERSON_GONE: [
    'Jemand, den Sie ausgewählt haben, steht nicht im Verzeichnis Ihrer Organisation.',
    'Nehmen Sie die Person aus der Liste, oder geben Sie stattdessen ihre E-Mail-Adresse ein.',
  ],
  PERSON_WITHOUT_ADDRESS: [
    '{person} hat im Verzeichnis Ihrer Organisation keine E-Mail-Adresse.',
    'Nehmen Sie die Person aus der Liste, oder geben Sie eine Adresse wie ada@contoso.com ein.',
  ],
  PEOPLE_NOT_READABLE: [
    'Kickoff darf in Ihrer Organisation nicht nach Personen suchen (User.ReadBasic.All).',
    'Geben Sie statt der Namen E-Mail-Adressen wie ada@contoso.com ein; „whoami“ zeigt, wer die Berechtigung erteilen kann.',
  ],
  MANY_MEMBERS: [
    '{group} hat {members} Mitglieder, die das alle bekommen.',
    'Veröffentlichen Sie es, wenn das so gemeint ist, oder verwerfen Sie es.',
  ],
  OUTSIDE_MEMBERS: [
    'Mitglieder von {group}, die nicht zu Ihrer Organisation gehören: {guests}.',
    'Veröffentlichen Sie es, wenn sie das lesen dürfen, oder verwerfen Sie es.',
  ],
  OUTSIDE_PEOPLE: [
    'Empfänger außerhalb Ihrer Organisation: {outside}, und zwar {names}.',
    'Veröffentlichen Sie es, wenn sie das lesen dürfen, oder verwerfen Sie es.',
  ],

  // Files
  FILE_TOO_LARGE: [
    '„{file}“ ist zu groß für den Beitrag und hat keine dauerhafte Adresse.',
    'Legen Sie die Datei bei den Dateien der Gruppe ab, und verlinken Sie darauf.',
  ],
  FILES_TOO_MANY: [
    '„{file}“ war eine Datei zu viel; mit einem Text gehen {limit}.',
    'Senden Sie sie mit einem weiteren Text.',
  ],
  FILE_NOT_FETCHED: [
    '„{file}“ konnte nicht aus Teams geholt werden.',
    'Senden Sie die Datei noch einmal mit einer Antwort, oder legen Sie sie bei den Dateien der Gruppe ab.',
  ],
  FILE_HOST_NOT_ALLOWED: [
    '„{file}“ liegt bei {host}; von dort darf ich keine Dateien holen.',
    'Hängen Sie die Datei selbst an, oder bitten Sie die Administration, den Host in FILE_HOSTS aufzunehmen.',
  ],
  FILE_NO_PICTURE: [
    '„{file}“ ist kein Bild, das eine E-Mail zeigen kann.',
    'Hängen Sie es als Datei an, oder nehmen Sie PNG, JPEG oder GIF.',
  ],
  FILE_GONE: [
    '„{file}“ wurde zu lange aufbewahrt und ist nicht mehr da.',
    'Senden Sie die Datei noch einmal mit einer Antwort.',
  ],

  // Watching
  WATCH_NOT_ALLOWED_HERE: [
    'In Chats, die auch andere lesen, können Gruppen nicht beobachtet werden.',
    'Beobachten Sie sie in Ihrem eigenen Chat mit Kickoff; die Administration kann es hier mit SHARED_WATCHES erlauben.',
  ],
  TOO_MANY_WATCHES: [
    'Sie beobachten schon {limit} Unterhaltungen und Gruppen, mehr sind nicht möglich.',
    'Beenden Sie zuerst das Beobachten einiger davon.',
  ],

  // Telling many
  MEMBERS_NOT_READABLE: [
    'Microsoft 365 lässt Kickoff nicht sehen, wer die Mitglieder von {group} sind; niemand wurde benachrichtigt.',
    'Bitten Sie Ihre Administration, Kickoff GroupMember.Read.All zu erteilen, oder die Besitzer der Gruppe, Sie aufzunehmen; benachrichtigen Sie die Mitglieder dann noch einmal.',
  ],

  // Forms
  FORM_UNKNOWN: [
    'Dieses Formular ist nicht mehr bekannt.',
    'Hier ist ein neues mit dem, was Sie geschrieben haben.',
  ],
  FORM_EXPIRED: [
    'Dieses Formular war zu lange offen.',
    'Hier ist ein neues mit dem, was Sie geschrieben haben.',
  ],
  FORM_NOT_YOURS: [
    'Dieses Formular wurde für jemand anderen geöffnet.',
    'Hier ist Ihr eigenes mit dem, was Sie geschrieben haben.',
  ],
  FORM_USED: [
    'Dieses Formular wurde schon abgeschickt.',
    'Der Beleg zeigt, was daraus geworden ist. Ihr anderer Text steht im neuen Formular.',
  ],

  // What Microsoft Graph answered
  POSTING_NOT_ALLOWED: [
    'Microsoft 365 lässt Sie in {group} nichts veröffentlichen.',
    'Bitten Sie die Besitzer der Gruppe, Sie aufzunehmen oder Ihnen das Veröffentlichen zu erlauben.',
  ],
  PERMISSION_MISSING: [
    'Kickoff darf in Ihrer Organisation noch nicht in Gruppen veröffentlichen.',
    'Bitten Sie Ihre Administration, Kickoff die Berechtigung Group-Conversation.ReadWrite.All zu erteilen; „whoami“ zeigt den Link dazu.',
  ],
  READING_NOT_ALLOWED: [
    'Microsoft 365 lässt Sie die E-Mails von {group} nicht lesen.',
    'Bitten Sie die Besitzer der Gruppe, Sie aufzunehmen.',
  ],
  READ_PERMISSION_MISSING: [
    'Kickoff darf das in Ihrer Organisation noch nicht für Sie lesen.',
    'Schreiben Sie „whoami“: Dort steht, was fehlt und wer es erteilen kann.',
  ],
  DELETING_NOT_ALLOWED: [
    'Microsoft 365 lässt Sie in {group} keine Unterhaltungen löschen.',
    'Bitten Sie die Besitzer der Gruppe, sie in Outlook zu löschen.',
  ],
  LOOK_TOO_LARGE: [
    'Im Postfach von {group} liegt mehr, als ich durchsehen kann.',
    'Sehen Sie in Outlook nach, ob der Beitrag dort ist, und senden Sie ihn dann noch einmal, oder verwerfen Sie ihn.',
  ],
  TARGET_GONE: [
    '{group} oder die Unterhaltung darin wurde nicht gefunden.',
    'Vielleicht wurde sie gelöscht. Wählen Sie eine andere aus.',
  ],
  MAILBOX_UNAVAILABLE: [
    'Für {group} ist kein Microsoft 365-Postfach erreichbar.',
    'Fragen Sie Ihre Administration, ob das Postfach der Gruppe in Exchange Online liegt.',
  ],
  REQUEST_TOO_LARGE: [
    'Das ist mehr, als Microsoft 365 in einem Beitrag annimmt.',
    'Kürzen Sie den Text, oder lassen Sie die Anlagen weg.',
  ],
  GRAPH_REFUSED: [
    'Microsoft 365 hat das abgelehnt: {message}',
    'Ändern Sie, was dort genannt ist, und senden Sie es noch einmal.',
  ],
  GRAPH_REFUSED_UNSAID: [
    'Microsoft 365 hat das abgelehnt und keinen Grund genannt (Status {status}).',
    'Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie der Administration von Kickoff die Uhrzeit und den Status.',
  ],
  GRAPH_REDIRECTS: [
    'Microsoft 365 hat mit einer Umleitung geantwortet (Status {status}); dorthin wird nichts veröffentlicht.',
    'Sagen Sie es der Administration von Kickoff; vielleicht muss die Adresse von Graph in den Einstellungen geändert werden.',
  ],
  GRAPH_THROTTLED: [
    'Microsoft 365 bittet um einen Moment Geduld.',
    'Ich sende es, sobald ich darf; nichts geht verloren.',
  ],
  GRAPH_UNREACHABLE: ['Microsoft 365 ist im Moment nicht erreichbar.', again],
  FORWARD_UNKNOWN: [
    'Microsoft 365 hat nicht gesagt, ob es weitergeleitet wurde, und nachsehen lässt sich das nicht.',
    'Fragen Sie eine der Personen, ob es angekommen ist; von selbst sende ich es nicht noch einmal.',
  ],
  FORWARDING_NOT_ALLOWED: [
    'Microsoft 365 lässt Sie Beiträge von {group} nicht weiterleiten.',
    'Bitten Sie ein Mitglied der Gruppe, es in Outlook weiterzuleiten.',
  ],
  RECIPIENTS_MISSING: [
    'Es ist niemand genannt, an den es weitergeleitet werden soll.',
    'Wählen Sie Personen, oder geben Sie Namen oder E-Mail-Adressen ein.',
  ],
  OUTCOME_UNKNOWN: [
    'Microsoft 365 hat nicht gemeldet, ob es veröffentlicht wurde.',
    'Ich sehe nach, bevor ich es noch einmal versuche, damit es nie doppelt erscheint.',
  ],
  ADDRESS_NEEDS_BETA: [
    'Über eine Person oder ein Laufwerk lassen sich Gruppen nur in der Betaversion von Microsoft Graph ansprechen.',
    'Setzen Sie GRAPH_VERSION=beta, oder geben Sie die ID der Gruppe an.',
  ],

  // Signing in
  SIGN_IN_REQUIRED: ['Sie sind noch nicht angemeldet.', `Melden Sie sich einmal an. ${textStays}`],
  SIGN_IN_EXPIRED: ['Ihre Anmeldung gilt nicht mehr.', `Melden Sie sich noch einmal an. ${textStays}`],
  SIGN_IN_NOT_LASTING: [
    'Microsoft 365 lässt Kickoff nur eine Stunde lang für Sie handeln.',
    'Drücken Sie einmal auf „Anmelden“; danach geht es auch ohne Sie weiter.',
  ],
  SIGN_IN_STEP_MISSING: [
    'Ihre Organisation verlangt beim Anmelden noch einen Schritt.',
    `Drücken Sie auf „Anmelden“, und führen Sie ihn aus. ${textStays}`,
  ],
  SIGN_IN_BLOCKED: [
    'Eine Regel Ihrer Organisation lässt nicht zu, dass Kickoff für Sie handelt.',
    'Fragen Sie Ihre Administration; das Anmeldeprotokoll von Entra nennt die Regel. Melden Sie sich dann noch einmal an.',
  ],
  ACCOUNT_DISABLED: [
    'Ihr Microsoft 365-Konto ist deaktiviert.',
    'Bitten Sie Ihre Administration, es zu aktivieren, und melden Sie sich dann noch einmal an; Ihr Text bleibt erhalten.',
  ],
  CONSENT_REQUIRED: [
    'Kickoff braucht Ihre Zustimmung, um in Ihrem Namen zu veröffentlichen.',
    'Drücken Sie auf „Anmelden“, und stimmen Sie einmal zu.',
  ],
  ADMIN_CONSENT_REQUIRED: [
    'Zuerst muss Ihre Administration Kickoff (Group-Conversation.ReadWrite.All) in Ihrer Organisation zulassen.',
    'Senden Sie ihr diesen Link: {link}',
  ],
  SIGN_IN_REJECTED: [
    'Diese Anmeldung konnte nicht angenommen werden.',
    'Schreiben Sie „sign in“, um neu zu beginnen.',
  ],
  SIGN_IN_LINK_EXPIRED: [
    'Dieser Anmeldelink ist abgelaufen oder wurde schon benutzt.',
    'Gehen Sie zurück zum Chat, und schreiben Sie „sign in“.',
  ],
  SIGN_IN_OTHER_PERSON: [
    'Sie haben sich als jemand anderes angemeldet als die Person, die im Chat gefragt hat.',
    'Melden Sie sich mit dem Konto an, das Sie in Teams benutzen.',
  ],
  SIGN_IN_OTHER_BROWSER: [
    'Diese Anmeldung wurde in einem anderen Browser begonnen.',
    'Drücken Sie im Chat noch einmal auf „Anmelden“, und bleiben Sie in diesem Browser.',
  ],
  SIGN_IN_CANCELLED: [
    'Sie haben nicht zugestimmt; deshalb kann Kickoff nicht in Ihrem Namen veröffentlichen.',
    'Drücken Sie im Chat auf „Anmelden“, wenn Sie weitermachen möchten.',
  ],
  SIGN_IN_THROTTLED: ['Die Anmeldung von Microsoft bittet um einen Moment Geduld.', again],
  SIGN_IN_UNAVAILABLE: ['Die Anmeldung von Microsoft ist im Moment nicht erreichbar.', again],
  REGISTRATION_REFUSED: [
    'Kickoff konnte sich bei der Anmeldung von Microsoft nicht ausweisen.',
    'Sagen Sie es der Administration von Kickoff, die den Grund im Protokoll findet; ich versuche es von selbst weiter, nichts geht verloren.',
  ],
  TENANT_NOT_ALLOWED: [
    'Kickoff ist für Ihre Organisation nicht eingerichtet.',
    'Bitten Sie die Administration von Kickoff, Ihren Mandanten in ALLOWED_TENANTS aufzunehmen.',
  ],

  // Other systems
  ...germanApiErrors,

  // Callers and operators
  NOT_AUTHENTICATED: [
    'Der Aufrufer konnte nicht authentifiziert werden.',
    'Senden Sie ein Bearertoken für Kickoff, das jetzt gültig ist; warum eines abgelehnt wird, steht im Log von Kickoff.',
  ],
  ACTIVITY_MALFORMED: [
    'Der Inhalt ist keine Aktivität.',
    'Senden Sie eine Aktivität des Bot Framework als JSON.',
  ],
  NOTIFICATION_MALFORMED: [
    'Der Inhalt ist keine Änderungsbenachrichtigung.',
    'Senden Sie eine Benachrichtigung von Microsoft Graph als JSON.',
  ],
  BODY_OVER_LIMIT: ['Der Inhalt ist größer als {limit} Bytes.', 'Senden Sie einen kleineren.'],
  STORAGE_UNREADABLE: [
    'Etwas Gespeichertes lässt sich mit den eingestellten Schlüsseln nicht entschlüsseln.',
    'Nehmen Sie den Schlüssel, mit dem es geschrieben wurde, wieder in ENCRYPTION_KEYS auf.',
  ],
  STORAGE_IN_USE: [
    'Ein anderer Kickoff-Prozess benutzt den Datenordner {folder}.',
    'Beenden Sie ihn, oder geben Sie diesem ein anderes DATA_DIR.',
  ],
  STORAGE_UNUSABLE: [
    'Die Datenbank, die {setting} nennt, ist nicht benutzbar: {why}.',
    'Prüfen Sie, ob sie da und unversehrt ist und was {setting} über sie sagt.',
  ],
  STORAGE_NEWER: [
    'Die Datenbank wurde von einer neueren Version von Kickoff geschrieben.',
    'Starten Sie jene Version, oder stellen Sie eine Sicherung von davor wieder her.',
  ],
  STORAGE_NOT_UPGRADED: [
    'Die Datenbank lässt sich nicht in die Form bringen, die diese Version von Kickoff braucht: {why}.',
    'An ihr wurde nichts geändert. Räumen Sie aus, was im Weg ist, oder starten Sie die Version von davor.',
  ],
  TURN_FAILED: [
    'Bei mir selbst ist etwas ausgefallen, vielleicht dort, wo ich speichere, was Sie schreiben: Womöglich habe ich das nicht angenommen.',
    'Senden Sie es in einer Minute noch einmal. Habe ich es doch angenommen, erkenne ich es wieder und poste nichts doppelt.',
  ],
  INTERNAL: [
    'Kickoff hat einen Fehler gemacht.',
    'Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie der Administration von Kickoff die Uhrzeit.',
  ],
};
