import type { IdentityConfiguration } from './identity-configuration.ts';

/** The configured Graph scopes as Entra wants them: bare names belong to the configured Graph. */
export function graphScopes(configuration: Pick<IdentityConfiguration, 'graph' | 'endpoints'>): string[] {
  return configuration.graph.scopes.map((scope) =>
    scope.includes('://') ? scope : `${configuration.endpoints.graph}/${scope}`,
  );
}
