import type { ListTexts } from './list-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about numbered lists. */
export const englishList: ListTexts = {
  groups: 'Groups',
  newest: 'Newest conversations',
  noGroups: 'You are in no Microsoft 365 group that I can see. Ask the owners of one to add you.',
  noneIn: (group) => `There is no conversation in ${group} yet.`,
  noneAnywhere: 'There is no conversation in your groups yet.',
  noTopic: 'No topic',
  onlySome: (read, all) =>
    `I looked into ${number.format(read)} of your ${number.format(all)} groups. Name a group to see what is new in it.`,
  notRead: (count) => `Groups that I could not read: ${number.format(count)}.`,
  more: (count) => `${number.format(count)} more`,
  old: 'This list is not your newest one, or older than an hour. Type “recent” or “groups” for a new one.',
  noList: (typed) =>
    `I have no list of the last hour for you in which ${typed} could be. Type “recent” or “groups” for a new one.`,
  noSuchNumber: (typed, last) =>
    `There is no ${typed} in your last list, which ends with ${last}. Type “recent” or “groups” for a new one.`,
  isGroup: (typed) => `${typed} is a group. Choose the conversation in it.`,
  reply: 'Reply',
  newThread: 'New thread',
  start: 'Start a conversation',
  recent: 'Newest conversations',
  use: 'Use in this chat',
  isBelow: 'The answer is below.',
  inOwnChat: 'I have sent the list to our own chat: it is only for you.',
  noOwnChat:
    'The list is only for you, and I cannot write to you alone. Open a chat with me and ask me there.',
  lastWords: (words) => `Last words: ${words}`,
};
