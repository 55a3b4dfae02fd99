/** What a `claims` parameter asks of an access token (OpenID Connect Core §5.5, with Entra's names). */
export interface WantedClaims {
  /** The client's capabilities: `cp1` can handle claims challenges. */
  readonly capabilities: readonly string[];
  /** Conditional access policies that are to be met. */
  readonly policies: readonly string[];
  /** A token that is not older than this (seconds since 1970, as text). */
  readonly notBefore: string | undefined;
}

interface Member {
  value?: unknown;
  values?: unknown;
}

/** Reads the parameter; one that is missing or no JSON asks for nothing. */
export function readClaims(text: string | undefined | null): WantedClaims {
  const wanted = parse(text ?? '')?.access_token ?? {};
  const list = (member: Member | undefined): string[] =>
    Array.isArray(member?.values) ? member.values.filter((each) => typeof each === 'string') : [];
  const notBefore = wanted['nbf']?.value;
  return {
    capabilities: list(wanted['xms_cc']),
    policies: list(wanted['capolids']),
    notBefore: typeof notBefore === 'string' ? notBefore : undefined,
  };
}

function parse(text: string): { access_token?: Record<string, Member> } | undefined {
  try {
    return JSON.parse(text) as { access_token?: Record<string, Member> };
  } catch {
    return undefined;
  }
}
