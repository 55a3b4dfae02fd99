/**
 * The page's own words in German, by the English ones in the code.
 *
 * @type {Record<string, string>}
 */
export const german = {
  // Around everything
  'Skip to the message box': 'Zum Nachrichtenfeld springen',
  'Chats and channels': 'Chats und Kanäle',
  Conversation: 'Unterhaltung',
  'local Microsoft 365': 'lokales Microsoft 365',
  'Language of your Teams and Outlook': 'Sprache von Teams und Outlook',
  '{app} may act for you': '{app} darf für Sie handeln',
  'You have not agreed to {app} yet': 'Sie haben {app} noch nicht zugestimmt',
  Withdraw: 'Zurücknehmen',
  'You are': 'Sie sind',
  Close: 'Schließen',
  Dismiss: 'Ausblenden',
  'Begin again': 'Von vorn beginnen',
  'The page could not be loaded.': 'Die Seite konnte nicht geladen werden.',
  'The page’s server answered {status}.': 'Der Server der Seite hat {status} geantwortet.',
  'That did not work.': 'Das hat nicht geklappt.',

  // Chats
  Chat: 'Chat',
  'Group chat': 'Gruppenchat',
  'Channel of {team}': 'Kanal von {team}',
  'Channels of {team}': 'Kanäle von {team}',
  'Only you and the bot': 'Nur Sie und der Bot',
  'new messages': 'neue Nachrichten',
  'Messages in {name}': 'Nachrichten in {name}',
  You: 'Sie',
  Edited: 'Bearbeitet',
  'Only you can see this': 'Nur Sie können dies sehen',
  'This message was deleted.': 'Diese Nachricht wurde gelöscht.',
  'message deleted': 'Nachricht gelöscht',
  'More for your message': 'Mehr zu Ihrer Nachricht',
  'More for the message of {name}': 'Mehr zur Nachricht von {name}',
  'More options': 'Weitere Optionen',
  Picture: 'Bild',
  Reply: 'Antworten',
  'Reply in the thread that you began': 'Im Thread antworten, den Sie begonnen haben',
  'Reply in the thread that {name} began': 'Im Thread antworten, den {name} begonnen hat',
  'An attachment that this page cannot show: {type}':
    'Eine Anlage, die diese Seite nicht zeigen kann: {type}',
  'The bot did not take this message (HTTP {failedDelivery}).':
    'Der Bot hat diese Nachricht nicht angenommen (HTTP {failedDelivery}).',
  'Something went wrong. Please try again.': 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  'Unable to reach app. Please try again.':
    'Die App ist nicht erreichbar. Bitte versuchen Sie es noch einmal.',
  'This input is required.': 'Diese Eingabe ist erforderlich.',
  'Bots get files in personal chats only.': 'Bots erhalten Dateien nur in persönlichen Chats.',

  'This card cannot be shown.': 'Diese Karte kann nicht gezeigt werden.',
  Allow: 'Zulassen',
  Decline: 'Ablehnen',
  'You allowed it.': 'Sie haben es zugelassen.',
  'You declined it.': 'Sie haben es abgelehnt.',
  '{count} bytes': '{count} Bytes',

  // Writing
  'Write to {name}': 'An {name} schreiben',
  'Write in {name}': 'In {name} schreiben',
  'Message to {name}': 'Nachricht an {name}',
  'Message in {name}': 'Nachricht in {name}',
  'Mention {appName}, so that it hears the message': '{appName} erwähnen, damit die Nachricht dort ankommt',
  'Answering in your thread': 'Antwort in Ihrem Thread',
  'Answering in the thread of {name}': 'Antwort im Thread von {name}',
  'Write a new post instead': 'Stattdessen einen neuen Beitrag schreiben',
  'Enter sends, Shift+Enter begins a new line.':
    'Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine neue Zeile.',
  Send: 'Senden',
  'The message could not be sent.': 'Die Nachricht konnte nicht gesendet werden.',
  'Attach files': 'Dateien anfügen',
  'Insert pictures': 'Bilder einfügen',
  'Goes with it': 'Geht mit',
  'Remove {name}': '{name} entfernen',
  '{name} is too large for this page (8 MB at most).': '{name} ist zu groß für diese Seite (höchstens 8 MB).',
  '{name} could not be read.': '{name} konnte nicht gelesen werden.',
  'Use {appName} while writing': '{appName} beim Schreiben verwenden',

  // Examples
  'Examples to begin with': 'Beispiele für den Anfang',
  'Say something to {name}': 'Schreiben Sie {name} etwas',
  'Begin in {name}': 'In {name} beginnen',
  'It starts conversations in Microsoft 365 groups, as you. The mail shows up at the right, as Outlook would show it.':
    'Der Bot beginnt in Ihrem Namen Unterhaltungen in Microsoft-365-Gruppen. Die Mail erscheint rechts, wie Outlook sie zeigen würde.',
  'Here the bot hears what mentions it, and everybody sees the answer.':
    'Hier hört der Bot, was ihn erwähnt, und alle sehen die Antwort.',
  'start "Budget 2027" in "Finance": Hello all, here is the plan.':
    'start "Budget 2027" in "Finance": Hallo zusammen, hier ist der Plan.',
  'Starts a conversation at once': 'Beginnt sofort eine Unterhaltung',
  'Opens the form': 'Öffnet das Formular',
  'Shows what else there is': 'Zeigt, was es sonst noch gibt',

  // Choosing and searching
  Choices: 'Auswahl',
  Chosen: 'Ausgewählt',
  'Remove {title}': '{title} entfernen',
  'Searching…': 'Suche läuft…',
  'Nothing found': 'Nichts gefunden',
  'The search did not work. Try again.': 'Die Suche hat nicht geklappt. Versuchen Sie es noch einmal.',
  Search: 'Suchen',
  'Search {title}': '{title} durchsuchen',
  Results: 'Ergebnisse',
  '{count} found': '{count} gefunden',

  // Signing in
  'Sign in': 'Anmelden',
  'Sign in so that the app can search for you.': 'Melden Sie sich an, damit die App für Sie suchen kann.',
  'Sign in so that the app can go on.': 'Melden Sie sich an, damit die App weitermachen kann.',
  'The browser has kept the sign-in window from opening.': 'Der Browser hat das Anmeldefenster blockiert.',

  // Mail
  'Your inbox': 'Ihr Posteingang',
  '{count} mails': 'Mails: {count}',
  'New mail from {name}: {subject}': 'Neue Mail von {name}: {subject}',
  'Fw: {subject}': 'WG: {subject}',
  'Nothing was forwarded to you yet.': 'An Sie wurde noch nichts weitergeleitet.',
  Groups: 'Gruppen',
  private: 'privat',
  'hidden in Outlook': 'in Outlook ausgeblendet',
  'new mail': 'neue Mail',
  '{count} conversations': 'Unterhaltungen: {count}',
  'No conversations in {name} yet.': 'Noch keine Unterhaltungen in {name}.',
  'New conversation in {name}: {topic}': 'Neue Unterhaltung in {name}: {topic}',
  '(no subject)': '(kein Betreff)',
  '{count} messages': '{count} Nachrichten',
  'Thread {topic}': 'Thread {topic}',
  'Message from {sender}': 'Nachricht von {sender}',
  'To {names}': 'An {names}',
  Attachments: 'Anlagen',
  'Reply in {topic}': 'In {topic} antworten',
  'Reply all': 'Allen antworten',
  'Delete conversation': 'Unterhaltung löschen',
  'Delete “{topic}” for everybody?': '„{topic}“ für alle löschen?',
  'New mail': 'Neue Mail',
  'New mail to {name}': 'Neue Mail an {name}',
  Subject: 'Betreff',
  'Use {app} in this mail': '{app} in dieser Mail verwenden',
  'The mail could not be sent.': 'Die Mail konnte nicht gesendet werden.',
  'There is nothing in this mail yet.': 'In dieser Mail steht noch nichts.',
};
