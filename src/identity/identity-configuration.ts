import type { Configuration } from '../config/configuration.ts';

/** What signing in needs of the configuration. */
export type IdentityConfiguration = Pick<
  Configuration,
  'app' | 'allowedTenants' | 'cloud' | 'ssoResource'
> & {
  readonly server: Pick<Configuration['server'], 'publicUrl'>;
  readonly endpoints: Pick<Configuration['endpoints'], 'entraAuthority' | 'graph'>;
  readonly graph: Pick<Configuration['graph'], 'scopes'>;
};
