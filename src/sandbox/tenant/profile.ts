/** What nobody could establish without a tenant: each is a switch, so that the bot can be held to its word on both. */
export interface TenantProfile {
  /** The marker of a new post: kept, silently dropped, or refused with 400, which then holds for reading it as well. */
  marker: 'kept' | 'dropped' | 'refused';
  /** Order in which threads and conversations are listed; posts are `shuffled` too, else oldest first. */
  listOrder: 'newest-first' | 'oldest-first' | 'shuffled';
  /** Whether a conversation with a topic that exists is merged into the older one, and takes on its topic. */
  mergeRepeatedTopics: boolean;
  /** Whether on-behalf-of hands out a refresh token. */
  refreshTokenFromOnBehalfOf: boolean;
  /** Whether replies raise change notifications. */
  notifyReplies: boolean;
  /** Whether a second person of an app may not subscribe to what another one has subscribed to. */
  oneSubscriptionPerApp: boolean;
  /** Milliseconds during which a fresh id answers 404 although it is listed, and a reply is not there yet. */
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
  oneSubscriptionPerApp: false,
  freshIdsUnreadableMs: 0,
  createdStatus: 201,
};

export const adverseProfile: TenantProfile = {
  marker: 'dropped',
  listOrder: 'shuffled',
  mergeRepeatedTopics: true,
  refreshTokenFromOnBehalfOf: false,
  notifyReplies: false,
  oneSubscriptionPerApp: true,
  freshIdsUnreadableMs: 3000,
  createdStatus: 200,
};
