export interface GraphSubscription {
  readonly id: string;
  readonly expiresAt: Date;
}

export interface FoundSubscription extends GraphSubscription {
  /** Missing where Graph does not show it. */
  readonly clientState?: string;
}

/** Subscriptions to a group's conversations, as the person whose token it is. All throw CodedError for what Graph refuses. */
export interface Subscriptions {
  /** @returns undefined when there is one already (409) */
  create(
    options: { groupId: string; clientState: string; expiresAt: Date },
    token: string,
  ): Promise<GraphSubscription | undefined>;
  /** This app's subscriptions to the group that call back here. */
  find(groupId: string, token: string): Promise<FoundSubscription[]>;
  /** Renews it, which also makes Graph go on with this token. @returns undefined when it is gone (404) */
  renew(id: string, expiresAt: Date, token: string): Promise<GraphSubscription | undefined>;
  /** What is gone counts as removed. */
  remove(id: string, token: string): Promise<void>;
}
