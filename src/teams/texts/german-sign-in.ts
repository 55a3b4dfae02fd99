import type { SignInTexts } from './sign-in-texts.ts';

const number = new Intl.NumberFormat('de');

/** What is said in German about signing in. */
export const germanSignIn: SignInTexts = {
  text: 'Melden Sie sich einmal an, damit ich in Ihrem Namen veröffentlichen kann.',
  button: 'Anmelden',
  signedIn: 'Sie sind angemeldet.',
  newerBelow: 'Weiter unten finden Sie eine neuere Schaltfläche „Anmelden“.',
  alreadyAsked: 'Melden Sie sich mit der Schaltfläche oben an; danach mache ich hiermit von selbst weiter.',
  inOwnChat:
    'Sie sind noch nicht angemeldet. Drücken Sie in unserem eigenen Chat auf „Anmelden“; danach mache ich hiermit von selbst weiter.',
  inOwnChatOnly: 'Drücken Sie in unserem eigenen Chat auf „Anmelden“.',
  pressAgain:
    'Drücken Sie in einer Minute noch einmal auf die Schaltfläche; was Sie geschrieben haben, bleibt erhalten.',
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
};
