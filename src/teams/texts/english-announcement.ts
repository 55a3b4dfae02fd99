import type { AnnouncementTexts } from './announcement-texts.ts';

const number = new Intl.NumberFormat('en');

/** What is said in English about notices to many. */
export const englishAnnouncement: AnnouncementTexts = {
  from: (name) => `Message from ${name}`,
  started: (name, topic, group) => `${name} started “${topic}” in ${group}`,
  watch: 'Watch',
  startThis: 'Start a conversation',
  startThisNote: 'The button opens a form that is filled in already. You post it as yourself.',
  cut: 'The rest does not fit into this card.',

  tellMembers: 'Tell the members in Teams',
  tellMembersLabel: 'Also in Teams (optional)',
  membersAreTold: 'The group’s members are told in Teams as well.',
  membersBeingTold: 'The group’s members are being told in Teams; a card of its own shows how far it is.',

  states: {
    gathering: 'Finding out whom to tell',
    sending: 'Telling people in Teams',
    waiting: 'Waiting for your sign-in',
    paused: 'Paused',
    stopped: 'Stopped',
    failed: 'Nobody was told',
  },
  everybodyTold: 'Everybody has been told',
  doneWithGaps: 'Done, but not everybody could be told',
  nobodyThere: 'There was nobody to tell',
  notes: {
    gathering: 'I am reading who is to be told; nobody has been told yet.',
    paused: 'Nobody else is told until you resume.',
    stopped: 'Nobody else is told.',
  },
  progress: (done, total) => `${number.format(done)} of ${number.format(total)} done`,
  about: 'About',
  to: 'To',
  people: (count) => (count === 1 ? 'one person' : `${number.format(count)} people`),
  membersOf: (group) => `the members of ${group}`,
  chat: 'a chat',
  counts: {
    delivered: 'Told',
    waiting: 'Still to be told',
    unreachable: 'Could not be reached',
    unconfirmed: 'Not certain',
    stopped: 'Not told',
  },
  unconfirmedNote: 'Nobody can say whether it arrived there, so it is not sent again.',
  why: {
    blocked: 'Kickoff is blocked there',
    'not-installed': 'Kickoff is not added there',
    gone: 'the chat with Kickoff is gone',
    'not-allowed': 'Teams does not allow it',
    'too-big': 'the message is too large',
    refused: 'Teams refused the message',
    'not-in-time': 'nothing could be sent for a day',
  },
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  export: 'Export as CSV',
  notYours: 'Only the person who sent this can do that.',

  report: {
    fileName: 'notice-report',
    description: 'Who was told, who was not, and why.',
    columns: ['Name', 'Id', 'State', 'Why', 'Time (UTC)'],
    states: {
      waiting: 'still to be told',
      sending: 'being told',
      delivered: 'told',
      unreachable: 'could not be reached',
      unconfirmed: 'not certain',
      stopped: 'not told',
    },
    asked: 'Allow the file below, and I put it into your OneDrive.',
    inOwnChat: 'Files are possible in our own chat only, so I offer it to you there.',
    noOwnChat:
      'Files are possible in our own chat only, and I cannot write to you there. Open a chat with me, then press the button again.',
    declined: 'All right: no file was made.',
    uploaded: 'The report is in your OneDrive.',
    failed: 'The file could not be put into your OneDrive. Press “Export as CSV” once more.',
    hostNotAllowed: (host) =>
      `The file would go to ${host}, where I may not put files. An administrator can add the host to FILE_HOSTS.`,
    over: 'This was answered already, or it is older than a day. Press “Export as CSV” once more.',
  },
};
