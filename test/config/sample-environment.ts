/** The least that a real tenant needs, and nothing else; `changes` adds, replaces or (undefined) removes. */
export function sampleEnvironment(
  changes: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  return {
    PUBLIC_URL: 'https://kickoff.contoso.com',
    MicrosoftAppId: 'AAAAAAAA-0000-4000-8000-00000000000A',
    MicrosoftAppTenantId: 'BBBBBBBB-0000-4000-8000-00000000000B',
    MicrosoftAppPassword: 'a client secret',
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...changes,
  };
}
