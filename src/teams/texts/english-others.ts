import type { OthersTexts } from './others-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English to those whose card it is not. */
export const englishOthers: OthersTexts = {
  to: (name, says) => `To ${name}: ${says}`,
  planned: (name) => `${name} has planned this. Nothing is sent before.`,
  confirmFirst: (name) => `It goes out at that time only if ${name} confirms it.`,
  notYet: 'Not posted yet',
  decides: (name) => `Nothing is sent unless ${name} says so.`,
  waitingForSignIn: 'Waiting for a sign-in',
  replyAccepted: 'Microsoft 365 has accepted the reply',
  refusedNote: 'The text is kept.',
  foundTwice: (count) => `It is there ${number.format(count)} times.`,
  nothingSentUntilSignIn: (name) =>
    `I could not look into the mailbox, so I sent nothing. I look again as soon as ${name} has signed in.`,
  nothingSentDecides: (name) =>
    `I could not look into the mailbox, so I sent nothing. I look again when ${name} says so.`,
  sameAgain: 'The same text once more',
  paused: 'Nobody else is told for now.',
};
