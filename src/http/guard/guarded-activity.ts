/** Who sent or received an activity. */
export type GuardedAccount = {
  readonly id: string;
  readonly name?: string | null;
  readonly aadObjectId?: string | null;
  readonly [name: string]: unknown;
};

/**
 * A Bot Framework activity whose shape was checked and whose sender is not yet authenticated. Names and types are the
 * activity schema's; fields that are not listed are passed on as they came.
 */
export type GuardedActivity = {
  readonly type: string;
  readonly channelId: 'msteams' | 'outlook' | 'm365extensions';
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly [name: string]: unknown };
  readonly from: GuardedAccount;
  readonly recipient?: GuardedAccount;
  readonly id?: string;
  readonly text?: string;
  readonly name?: string;
  readonly replyToId?: string;
  readonly value?: unknown;
  readonly [name: string]: unknown;
};
