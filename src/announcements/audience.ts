/** Who is to be told. */
export type Audience =
  /** People of the sender's tenant by object id (lower-case GUIDs), without repeats. */
  | { readonly kind: 'people'; readonly objectIds: readonly string[] }
  /** The members of a group, read with the sender's own token; the sender is left out. */
  | { readonly kind: 'members'; readonly group: { readonly id: string; readonly name: string } }
  /** A channel or group chat that the bot is in, by the chat's id without a message. */
  | { readonly kind: 'chat'; readonly chatId: string };

/** The same of an announcement that is stored: whom of the people it tells, its receivers say. */
export type KnownAudience =
  Exclude<Audience, { kind: 'people' }> | { readonly kind: 'people'; readonly objectIds?: readonly string[] };
