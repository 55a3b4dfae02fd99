/**
 * What the marker is called in a post. GUID and names stay the same for ever: posts are found by them, and named
 * properties are a finite quota of a mailbox.
 */
export const markerNames = {
  /** The extended property, whose value is the request's id. */
  property: 'String {8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11} Name KickoffRequest',
  /** The open extension, which holds the request's id as `requestId`. */
  extension: 'com.kickoff.request',
} as const;
