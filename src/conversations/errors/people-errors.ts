/** The part of the error table about people besides the group, and about who would get a post. */
export const peopleErrors = {
  PERSON_NOT_FOUND: [
    404,
    'I found nobody called “{person}”.',
    'Choose somebody of your organisation, or type a mail address like ada@contoso.com.',
  ],
  PERSON_AMBIGUOUS: [409, 'Several people are called “{person}”.', 'Choose the one you mean.'],
  PERSON_NEAR: [404, 'Nobody is called exactly “{person}”.', 'Choose the one you mean, nothing was posted.'],
  PERSON_GONE: [
    404,
    'Somebody whom you chose is not in your organisation’s directory.',
    'Take them out of the list, or type their mail address instead.',
  ],
  PERSON_WITHOUT_ADDRESS: [
    400,
    '{person} has no mail address in your organisation’s directory.',
    'Take them out of the list, or type an address like ada@contoso.com.',
  ],
  PEOPLE_NOT_READABLE: [
    403,
    'Kickoff has no permission to look up people in your organisation (User.ReadBasic.All).',
    'Type mail addresses like ada@contoso.com instead of names; “whoami” says who can grant it.',
  ],
  MANY_MEMBERS: [
    409,
    '{group} has {members} members, who all get this.',
    'Post it if that is what you want, or discard it.',
  ],
  OUTSIDE_MEMBERS: [
    409,
    'Members of {group} from outside your organisation: {guests}.',
    'Post it if they may read this, or discard it.',
  ],
  OUTSIDE_PEOPLE: [
    409,
    'Recipients outside your organisation: {outside}. They are {names}.',
    'Post it if they may read this, or discard it.',
  ],
} as const satisfies Record<string, readonly [status: number, says: string, next: string]>;
