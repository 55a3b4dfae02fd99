/** What nobody could establish without a tenant: each is a switch, so that the bot can be held to its word on both. */
export interface TenantProfile {
  /** The marker (extended property) of a new post: kept, silently dropped, or refused with 400. */
  marker: 'kept' | 'dropped' | 'refused';
  /** Order in which threads and conversations are listed. */
  listOrder: 'newest-first' | 'oldest-first' | 'shuffled';
  /** Whether a conversation with a topic that exists is merged into the older one. */
  mergeRepeatedTopics: boolean;
  /** Whether on-behalf-of hands out a refresh token. */
  refreshTokenFromOnBehalfOf: boolean;
  /** Whether replies raise change notifications. */
  notifyReplies: boolean;
  /** Milliseconds during which a fresh id answers 404. */
  freshIdsUnreadableMs: number;
  /** Status of a created conversation. */
  createdStatus: 200 | 201;
}

export const lenientProfile: TenantProfile = {
  marker: 'kept',
  listOrder: 'newest-first',
  mergeRepeatedTopics: false,
  refreshTokenFromOnBehalfOf: true,
  notifyReplies: true,
  freshIdsUnreadableMs: 0,
  createdStatus: 201,
};

export const adverseProfile: TenantProfile = {
  marker: 'dropped',
  listOrder: 'shuffled',
  mergeRepeatedTopics: true,
  refreshTokenFromOnBehalfOf: false,
  notifyReplies: false,
  freshIdsUnreadableMs: 3000,
  createdStatus: 200,
};
