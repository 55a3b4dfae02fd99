/** Some of a group's members. */
export interface MembersPage {
  /** Users, guests among them; what is no user (a device, another group) is left out. */
  readonly members: readonly { readonly id: string; readonly name?: string }[];
  /** Where the next page begins; undefined after the last one. */
  readonly next?: string;
}

/** The members of groups, as the person whose token it is may see them. */
export interface GroupMembers {
  /**
   * One page of a group's members.
   *
   * @param options.position a former page's `next`; without it, the first page
   * @throws CodedError MEMBERS_NOT_READABLE, and what Graph answers
   */
  page(groupId: string, options: { token: string; position?: string }): Promise<MembersPage>;
}
