import { EntraError } from './entra-error.ts';

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

export interface RequestedScopes {
  /** Resource that the access token is for; undefined when only OpenID scopes were asked for. */
  readonly resource: string | undefined;
  /** Permissions by bare name; `.default` stands alone for what is configured. */
  readonly permissions: readonly string[];
  /** Whether the caller wrote bare names: the answer then names them the same way. */
  readonly bare: boolean;
  readonly openId: ReadonlySet<string>;
}

/**
 * Reads a `scope` parameter: `{resource}/{permission}` entries of one resource, bare names (of `defaultResource`), and
 * OpenID's own scopes. The resource is all before the last slash.
 *
 * @throws EntraError `severalResources`.
 */
export function readScopes(scope: string, defaultResource: string): RequestedScopes {
  const openId = new Set<string>();
  const resources = new Set<string>();
  const permissions: string[] = [];
  let bare = false;
  for (const entry of scope.split(/\s+/).filter(Boolean)) {
    const slash = entry.lastIndexOf('/');
    if (openIdScopes.has(entry)) {
      openId.add(entry);
    } else if (slash === -1) {
      bare = true;
      resources.add(defaultResource);
      permissions.push(entry);
    } else {
      resources.add(entry.slice(0, slash));
      permissions.push(entry.slice(slash + 1));
    }
  }
  if (resources.size > 1) throw new EntraError('severalResources');
  return { resource: [...resources][0], permissions, bare, openId };
}
