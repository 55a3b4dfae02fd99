/** GUID and name stay the same for ever: named properties are a finite quota of a mailbox. */
const id = 'String {8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11} Name KickoffRequest';

/**
 * The request's id as an extended property of a new post, so that the post can be found again. For the calls that may
 * carry one: learn.microsoft.com/graph singlevaluelegacyextendedproperty-post-singlevalueextendedproperties.
 *
 * @param requestId lower-case hex (Exchange compares values without regard to case); undefined: no marker
 */
export function markerProperty(requestId: string | undefined): object {
  return requestId === undefined ? {} : { singleValueExtendedProperties: [{ id, value: requestId }] };
}
