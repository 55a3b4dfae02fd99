/** People of the organisation by address, as the person whose token it is may see them. */
export interface AddressBook {
  /**
   * Whoever has this mail address or sign-in name, by object id (lower case).
   *
   * @throws CodedError PEOPLE_NOT_READABLE where this may not be asked; SIGN_IN_EXPIRED with `claims` in its details if any
   */
  byMail(token: string, mail: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
