/** The part of the error table about telling many. */
export const announcementErrors = {
  MEMBERS_NOT_READABLE: [
    403,
    'Microsoft 365 does not let Kickoff see who the members of {group} are, so nobody was told.',
    'Ask an administrator to grant GroupMember.Read.All to Kickoff, or an owner of the group to add you; then tell them again.',
  ],
} as const satisfies Record<string, readonly [status: number, says: string, next: string]>;
