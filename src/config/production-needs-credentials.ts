import { hasCredentials } from './has-credentials.ts';
import { readConfiguration } from './read-configuration.ts';
import { SettingsError } from './settings-error.ts';

/**
 * Refuses to go on in production without an app registration: there the local Microsoft 365 is never served.
 *
 * @throws SettingsError naming every missing setting.
 */
export function productionNeedsCredentials(env: Readonly<Record<string, string | undefined>>): void {
  if (env.NODE_ENV !== 'production' || hasCredentials(env)) return;
  try {
    readConfiguration(env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new SettingsError(
      error.problems,
      'NODE_ENV is production, and Kickoff does not serve its local Microsoft 365 there. A real tenant needs these settings:',
    );
  }
}
