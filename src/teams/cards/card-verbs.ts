/** Verbs of the cards' actions; also in the data of each, because `Action.Submit` has no verb of its own. */
export const cardVerbs = {
  /** The form's inputs, `formId`, and `keeps` for fields that the card did not carry. */
  post: 'conversation.post',
  cancel: 'form.cancel',
  /** The form's inputs as Outlook will show them; and back again. */
  preview: 'form.preview',
  change: 'form.change',
  /** An empty form; with `requestId` one that is filled from that request. */
  open: 'form.open',
  /** Another conversation with the text of `requestId`, although it was posted a moment ago. */
  again: 'request.again',
  /** Signs in, so that `requestId`, which waits for it, goes on. */
  signIn: 'request.sign-in',
  lookAgain: 'request.look-again',
  sendAgain: 'request.send-again',
  discard: 'request.discard',
  postNow: 'request.post-now',
  /** The answer to what is asked about the audience of a planned request: post it at its time; or now. */
  confirm: 'request.confirm',
  confirmNow: 'request.confirm-now',
  /** A form with what is planned, or asked about in a dialog, to take its place. */
  changePlan: 'request.change-plan',
  deleteSecond: 'request.delete-second',
  /** Everything about the person who presses, at once. */
  forgetMe: 'person.forget',
  /** A form to answer `conversationId` in `groupId`. */
  reply: 'conversation.reply',
  /** A form for a thread in `conversationId` of `groupId`. */
  threadIn: 'conversation.thread',
  /** A form for a conversation in `groupId`. */
  startIn: 'group.start',
  /** The newest conversations of `groupId`. */
  recent: 'group.recent',
  /** Makes `groupId` the chat's group. */
  use: 'group.use',
  /** Asks to whom the newest post of `conversationId` in `groupId` goes; and forwards it, once for its `ticket`. */
  askForward: 'conversation.ask-forward',
  forward: 'conversation.forward',
  /** Asks back before `conversationId` of `groupId` is deleted; deletes or keeps it, once for its `ticket`. */
  askDelete: 'conversation.ask-delete',
  deleteConversation: 'conversation.delete',
  keepConversation: 'conversation.keep',
  /** A form to answer thread `threadId` of `groupId`, whose topic is `topic`. */
  answer: 'notice.answer',
  /** Watches `groupId` (`conversationId`) for whoever presses; asked back in a chat that others read, too. */
  watch: 'watch.start',
  /** Ends the watches of whoever presses, in this chat, of `conversationId` or `threadId` of `groupId`. */
  stopWatching: 'watch.stop',
  /** Ends the watch `watchId` of whoever presses. */
  endWatch: 'watch.end',
  /** Goes on with the watch `watchId` of whoever presses; without it with all of theirs that are paused in this chat. */
  resumeWatch: 'watch.resume',
  /** Watches `groupId` (`conversationId`) in a chat that others read, too: confirmed. */
  watchHere: 'watch.here',
  /** When the person who presses is told: the card, and its inputs `quietFrom`, `quietTo`, `digestAt`, `watchStarted`. */
  noticeSettings: 'notice.settings',
  saveNoticeSettings: 'notice.settings.save',
  /** What the sender of notice to many `announcementId` orders; and its report as a file. */
  pauseAnnouncement: 'announcement.pause',
  resumeAnnouncement: 'announcement.resume',
  stopAnnouncement: 'announcement.stop',
  exportAnnouncement: 'announcement.export',
  /** The list `listId` from its line `from` on; for somebody else the newest conversations of `groupId`. */
  more: 'list.more',
  /** What whoever asks sees of a card, by its `view` (`CardView`): does nothing. Clients ask by themselves. */
  view: 'card.view',
} as const;
