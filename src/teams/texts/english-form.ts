import type { FormTexts } from './form-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about forms. */
export const englishForm: FormTexts = {
  titleConversation: 'Start a conversation',
  titleThread: 'Start a thread',
  titleReply: 'Reply',
  replyTo: (topic, group) => (group === undefined ? `To “${topic}”.` : `To “${topic}” in ${group}.`),
  restrictedTo: (name) => `This form is for ${name}.`,
  problems: 'Nothing was posted yet. What you typed is still here:',
  group: 'Group',
  groupPlaceholder: 'Type to find one of your groups',
  groupTypedPlaceholder: 'Its name or mail address',
  groupIdPlaceholder: 'Its id',
  groupsUnlisted:
    'I may not list groups in your organisation yet, so type the id of the group. “whoami” shows who can change that.',
  groupsUnsearched:
    'You are not signed in yet, so I cannot search your groups: type the name or mail address of the group. To search, type “sign in” in our own chat, then open this form again.',
  conversation: 'Conversation',
  conversationPlaceholder: 'Choose the conversation, or type its topic',
  chosenGroup: 'The group that you chose',
  chosenConversation: 'The conversation that you chose',
  topic: 'Topic',
  topicPlaceholder: 'What is it about?',
  body: 'Text',
  bodyPlaceholder: 'The first message of the conversation',
  replyPlaceholder: 'What do you answer?',
  peoplePicker: 'Also send to people of your organisation (optional)',
  people: 'Also send to, by address or name (optional)',
  peoplePlaceholder: 'ada@contoso.com, Ben Ray',
  postDate: 'Post later: date (optional)',
  postTime: 'Time (optional)',
  postZone: 'Time zone',
  groupMissing: 'Choose the group that should receive it.',
  topicMissing: 'Type a few words that say what it is about.',
  bodyMissing: 'Write the first message.',
  replyMissing: 'Write your reply first.',
  post: 'Post to the group',
  cancel: 'Cancel',
  preview: 'Preview',
  lookLost: 'This form keeps your words; underlines, pictures and joined cells are lost if you post from it.',
  plainHint: (preview) =>
    `If you leave this text as it is, it is posted exactly as you typed it. If you change it here, its stars, dashes and numbers become formatting; “${preview}” shows how.`,
  tooLongToEdit: (characters) =>
    `What you wrote here (${number.format(characters)} characters) is too long to edit in this card. It is kept: leave the field empty to use it, or type something else.`,
};
