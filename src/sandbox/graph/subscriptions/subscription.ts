/** A subscription as Graph keeps it. */
export interface SandboxSubscription {
  id: string;
  /** As it was asked for. */
  resource: string;
  groupId: string;
  /** Sorted, comma-separated. */
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expiresAt: Date;
  /** Whose delegated token made it, for which app. */
  personId: string;
  appId: string;
  /** Nothing is delivered after the access token has ended with which it was made or renewed last. */
  tokenEndsAt: Date;
  /** Whether a lifecycle notification asked for another token since. */
  asked: boolean;
}

/** Documentation spells the resource in several ways. @returns the group's id, or undefined for another resource */
export function groupIdOf(resource: string): string | undefined {
  return /^\/?groups(?:\/|\(')([0-9a-f-]{36})(?:'\))?\/conversations$/i.exec(resource)?.[1]?.toLowerCase();
}
