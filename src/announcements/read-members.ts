import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Announcement } from './announcement.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { MembersPage } from './ports/group-members.ts';

/** What came of reading a page of a group's members. */
export type MembersAnswer =
  | { readonly kind: 'page'; readonly page: MembersPage }
  /** The sender has to sign in first. */
  | { readonly kind: 'sign-in'; readonly error: CodedError }
  /** There is no token at the moment. */
  | { readonly kind: 'wait'; readonly until: Date; readonly error: CodedError }
  | { readonly kind: 'refused'; readonly error: CodedError };

/** Reads a page of the members as the sender. A token that Graph refuses is renewed once. */
export async function readMembers(
  { sender, audience }: Announcement,
  position: string | undefined,
  { tokens, members }: Pick<AnnouncementParts, 'tokens' | 'members'>,
): Promise<MembersAnswer> {
  if (sender.kind !== 'person' || audience.kind !== 'members')
    return { kind: 'refused', error: new CodedError('MEMBERS_NOT_READABLE') };
  const { tenantId, objectId } = sender.person;
  let asked: { renew?: boolean; claims?: string } = {};
  for (let refused = false; ; refused = true) {
    const token = await tokens.graphToken({ tenantId, objectId }, asked);
    if (token.kind !== 'token') return token;
    try {
      const from = { token: token.token, ...(position !== undefined && { position }) };
      return { kind: 'page', page: await members.page(audience.group.id, from) };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code !== 'SIGN_IN_EXPIRED') return { kind: 'refused', error };
      if (refused) return { kind: 'sign-in', error };
      const { claims } = error.details;
      asked = { renew: true, ...(claims !== undefined && { claims }) };
    }
  }
}
