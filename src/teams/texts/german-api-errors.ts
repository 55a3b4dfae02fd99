/** The sentences of errors of the API in German. */
export const germanApiErrors = {
  API_CLOSED: [
    'Die API ist geschlossen: keine App darf sie benutzen.',
    'Setzen Sie API_CLIENTS auf die Client-IDs der Apps, die es dürfen.',
  ],
  API_CLIENT_NOT_ALLOWED: [
    'Die App {client} darf die API nicht benutzen.',
    'Bitten Sie die Administration von Kickoff, sie in API_CLIENTS aufzunehmen.',
  ],
  API_APP_ONLY: [
    'Dieser Aufruf handelt als Person, und das Token steht nur für eine App.',
    'Senden Sie ein Token, das für eine Person ausgestellt ist, mit dem Bereich Conversations.Start.',
  ],
  API_ROLE_MISSING: [
    'Das Token steht nur für eine App, und ihm fehlt die Rolle {role}.',
    'Lassen Sie der App diese Rolle der App-Registrierung von Kickoff von einem Administrator geben, oder senden Sie ein Token, das für eine Person ausgestellt ist.',
  ],
  API_SCOPE_MISSING: [
    'Dem Token fehlt der Bereich {scope}.',
    'Lassen Sie sich von Entra ein Token mit diesem Bereich der App-Registrierung von Kickoff geben.',
  ],
  API_CONSENT_REQUIRED: [
    'Diese Person muss sich einmal bei Kickoff anmelden, bevor es in ihrem Namen schreiben darf.',
    'Lassen Sie sie diesen Link innerhalb von 15 Minuten öffnen, und rufen Sie dann mit demselben Idempotency-Key wieder auf: {link}',
  ],
  API_SIGN_IN_BUSY: [
    'Die Anmeldung von Microsoft gibt im Augenblick kein Token für diese Person.',
    'Rufen Sie nach der Zeit in Retry-After mit demselben Idempotency-Key wieder auf; es wurde nichts gespeichert.',
  ],
  API_RATE_EXCEEDED: [
    'Dieser Aufrufer hat öfter als {limit}-mal in {window} Sekunden aufgerufen.',
    'Rufen Sie nach der Zeit in Retry-After wieder auf.',
  ],
  API_TYPE_NOT_JSON: [
    'Die Header sagen, dass der Inhalt etwas anderes als einfaches JSON ist.',
    'Senden Sie ihn als application/json in UTF-8, nicht komprimiert.',
  ],
  API_BODY_NOT_JSON: ['Der Inhalt ist kein JSON.', 'Senden Sie ein JSON-Objekt in UTF-8.'],
  API_INPUT_REFUSED: [
    'Etwas in dem Aufruf ist nicht das, was hier erwartet wird.',
    'Ändern Sie die Felder, die die Antwort nennt.',
  ],
  API_KEY_NEEDED: [
    'Dem Aufruf fehlt ein brauchbarer Idempotency-Key.',
    'Senden Sie einen Header Idempotency-Key mit 1 bis 255 sichtbaren ASCII-Zeichen, einen eigenen für alles, was geschrieben werden soll.',
  ],
  API_KEY_REUSED: [
    'Dieser Idempotency-Key wurde für etwas anderes benutzt.',
    'Nehmen Sie für einen anderen Text einen neuen Schlüssel, oder fragen Sie ab, was aus dem ersten wurde: {link}',
  ],
  API_SIMILAR: [
    'Diese Person hat gerade dasselbe dort geschrieben oder ist dabei.',
    'Fragen Sie es ab, oder rufen Sie mit einem neuen Idempotency-Key und ohne warnIfSimilar auf: {link}',
  ],
  API_REQUEST_UNKNOWN: [
    'Eine solche Anfrage dieser Person gibt es nicht.',
    'Nehmen Sie die Adresse, mit der der Aufruf beantwortet wurde, der sie gemacht hat.',
  ],
  API_REQUEST_DISCARDED: [
    'Die Person hat diese Anfrage verworfen.',
    'Rufen Sie mit einem neuen Idempotency-Key auf, wenn sie noch gemeint ist.',
  ],
  API_PERSON_NEEDED: [
    'Eine App allein benachrichtigt Personen über ihre Objekt-IDs, und Kanäle: Gruppen, Mailadressen und Quittungen brauchen eine Person.',
    'Ändern Sie die Felder, die die Antwort nennt, oder senden Sie ein Token, das für eine Person ausgestellt ist.',
  ],
  API_CHAT_UNKNOWN: [
    'Es gibt keinen solchen Kanal oder Chat, in dem Kickoff und die Person des Aufrufers sind.',
    'Fügen Sie Kickoff dort hinzu und erwähnen Sie es dort einmal; die ID steht im Link des Kanals.',
  ],
  API_NOTICE_UNKNOWN: [
    'Eine solche Benachrichtigung dieses Aufrufers gibt es nicht.',
    'Nehmen Sie die Adresse, mit der der Aufruf beantwortet wurde, der sie gemacht hat.',
  ],
  API_TRY_LATER: [
    'Microsoft 365 kann im Augenblick nicht gefragt werden, wer zu benachrichtigen ist.',
    'Rufen Sie nach der Zeit in Retry-After mit demselben Idempotency-Key wieder auf; es wurde nichts gespeichert.',
  ],
} as const;
