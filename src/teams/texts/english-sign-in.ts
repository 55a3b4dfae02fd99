import type { SignInTexts } from './sign-in-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about signing in. */
export const englishSignIn: SignInTexts = {
  text: 'Sign in once, so that I can post as you.',
  button: 'Sign in',
  signedIn: 'You are signed in.',
  newerBelow: 'There is a newer “Sign in” button further down.',
  alreadyAsked: 'Sign in with the button above; then I go on with this by myself.',
  inOwnChat: 'You are not signed in yet. Press “Sign in” in our own chat; then I go on with this by myself.',
  inOwnChatOnly: 'Press “Sign in” in our own chat.',
  pressAgain: 'Press the button again in a minute; what you typed is kept.',
  signedOut: 'You are signed out, and I forgot your sign-in everywhere.',
  waitsForSignIn: (count) =>
    count === 1
      ? 'One of your texts waits until you sign in again; “pending” shows it.'
      : `${number.format(count)} of your texts wait until you sign in again; “pending” shows them.`,
  plannedNeedSignIn: (count) =>
    count === 1
      ? 'One planned text goes out at its time only if you have signed in again by then.'
      : `${number.format(count)} planned texts go out at their time only if you have signed in again by then.`,
  openPersonalChat:
    'You are not signed in yet, and I cannot write to you alone. Open a chat with me and type “sign in”.',
};
