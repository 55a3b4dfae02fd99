/** Not permissions of Graph: OpenID Connect's own, and what stands for everything configured. */
const others = new Set(['openid', 'profile', 'email', 'offline_access', '.default']);

/**
 * The delegated permissions in the scopes that Entra answered a token request with, by bare name: it names them with or
 * without the resource (`https://graph.microsoft.com/User.Read`). Graph's own token is never read.
 */
export function grantedPermissions(scopes: readonly string[]): string[] {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  return [...new Set(names)].filter((name) => name !== '' && !others.has(name.toLowerCase()));
}
