/**
 * How many requests may be at one group's mailbox at once, over all instances (Graph takes 4 at a time for each app and
 * mailbox, reads included: throttling limits of the Outlook service).
 */
export interface GroupSlots {
  /** One of the `limit` places, or undefined while all are taken. A place ends by itself after the hold time. */
  take(
    groupId: string,
    kind: 'read' | 'write',
    options: { holder: string; limit: number },
  ): Promise<string | undefined>;
  free(slot: string): Promise<void>;
}
