/** A group that somebody watches: one row for all its watchers. */
export interface WatchedGroup {
  /** `groupKey`. */
  readonly key: string;
  readonly tenantId: string;
  readonly groupId: string;
  /** Everything received before this was read. By Graph's clock. */
  readonly position: Date;
  /** Reads in a row that brought nothing new. */
  readonly quiet: number;
  /** Early reads still to come after a notification that led to nothing new: what was announced may not be there yet. */
  readonly echoes: number;
  /** Reads in a row that failed. */
  readonly failures: number;
  /** When its mailbox answered 404 first, and last, and nothing else in between. By Graph's clock. */
  readonly gone?: { readonly since: Date; readonly at: Date };
  /** Grows with every notification, so that one that comes during a read is not lost. */
  readonly hints: number;
  /** Whose token read it last. */
  readonly reader?: string;
}
