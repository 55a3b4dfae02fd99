import type { AccountTexts } from './account-texts.ts';

/** What is said in English about who somebody is and what may be done as them. */
export const englishAccount: AccountTexts = {
  title: 'Who you are to me',
  notSignedIn: 'You are not signed in',
  toSignIn: 'Type “sign in”, then “whoami” again: it shows what I may do as you.',
  name: 'Name',
  mail: 'Mail',
  organisation: 'Organisation',
  allowed: 'What I may do as you',
  notAllowed: 'What I may not do',
  missing: (permissions) => `Missing: ${permissions}.`,
  refused: 'It is granted, but Microsoft 365 says no.',
  features: {
    posting: {
      does: 'Start conversations and threads in your groups.',
      without: 'Without it I cannot post anything.',
    },
    'marker-write': {
      does: 'Put an invisible mark on each post, by which I find it again.',
      without: 'Without it I recognise a post by its topic, text, sender and time.',
    },
    'marker-read': {
      does: 'Read that mark when an answer of Microsoft 365 was lost.',
      without: 'Without it I recognise a post by its topic, text, sender and time.',
    },
    'group-names': {
      does: 'Show the names of your groups and search in them.',
      without: 'Without it, name a group by its id.',
    },
    profile: {
      does: 'Read your name and mail address.',
      without: 'Without it I cannot tell your posts from those of others when I look for a lost one.',
    },
    'people-search': {
      does: 'Find people of your organisation by name.',
      without: 'Without it, type their mail addresses.',
    },
    watching: {
      does: 'Hear of new posts at once.',
      without: 'Without it I have to look for them from time to time.',
    },
  },
  forAdmin: 'An administrator grants what is missing, for everybody, with this link:',
  adminButton: 'For administrators: grant permissions',
  afterwards: 'After that, type “sign out” and then “sign in”, so that it counts at once.',
};
