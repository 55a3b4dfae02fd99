/** A form, and what is wrong with it. */
export interface FormTexts {
  readonly titleConversation: string;
  readonly titleThread: string;
  readonly titleReply: string;
  /** What a reply answers. `group`: its name, undefined where it could not be looked up. */
  replyTo(topic: string, group: string | undefined): string;
  restrictedTo(name: string): string;
  readonly problems: string;
  readonly group: string;
  readonly groupPlaceholder: string;
  readonly groupTypedPlaceholder: string;
  /** Where groups may not be listed: the field, and a line that says why, and who can change that. */
  readonly groupIdPlaceholder: string;
  readonly groupsUnlisted: string;
  /** The same where nobody is signed in, and what to do about it. */
  readonly groupsUnsearched: string;
  readonly conversation: string;
  readonly conversationPlaceholder: string;
  /** For a group or conversation that was chosen, where its name is not at hand. */
  readonly chosenGroup: string;
  readonly chosenConversation: string;
  readonly topic: string;
  readonly topicPlaceholder: string;
  readonly body: string;
  readonly bodyPlaceholder: string;
  readonly replyPlaceholder: string;
  /** Of the organisation, to be chosen; and by address or name. */
  readonly peoplePicker: string;
  readonly people: string;
  readonly peoplePlaceholder: string;
  /** Inputs of when it is to be posted; both may stay empty. */
  readonly postDate: string;
  readonly postTime: string;
  readonly postZone: string;
  readonly groupMissing: string;
  readonly topicMissing: string;
  readonly bodyMissing: string;
  readonly replyMissing: string;
  readonly post: string;
  readonly cancel: string;
  readonly preview: string;
  /** The form holds rich text, some of whose look it cannot show. */
  readonly lookLost: string;
  /** Under a plain text with signs that would become formatting if it were changed; `preview`: the button. */
  plainHint(preview: string): string;
  /** At a field whose text is too long for the card. */
  tooLongToEdit(characters: number): string;
}
