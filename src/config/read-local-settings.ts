import { SettingsError, type SettingProblem } from './settings-error.ts';
import { settings } from './settings.ts';
import { settingsSchema } from './settings-schema.ts';

/** Where the bot and the local Microsoft 365's page listen when no tenant is configured, and how strict it is. */
export interface LocalSettings {
  readonly port: number;
  /** 0 takes a free one. */
  readonly pagePort: number;
  /** Whether its Teams refuses too many messages. */
  readonly enforceLimits: boolean;
}

const defaultPagePort = 3979;

/**
 * What a process that serves the local Microsoft 365 has to know before there is a bot.
 *
 * @throws SettingsError naming everything that is wrong.
 */
export function readLocalSettings(env: Readonly<Record<string, string | undefined>>): LocalSettings {
  const problems: SettingProblem[] = [];
  const read = (name: 'PORT' | 'SANDBOX_PORT', otherwise?: number): number => {
    const given = env[name]?.trim() || undefined;
    if (given === undefined && otherwise !== undefined) return otherwise;
    const parsed = settingsSchema.shape.PORT.safeParse(given);
    const isZero = name === 'PORT' && parsed.data === 0;
    if (parsed.success && !isZero) return parsed.data;
    const problem = isZero ? 'is 0, and people’s browsers have to know it' : 'is not a port';
    problems.push({ name, problem, fix: isZero ? 'Set a number from 1 to 65535.' : fixOf(name) });
    return 0;
  };
  const ports = { port: read('PORT'), pagePort: read('SANDBOX_PORT', defaultPagePort) };
  const limits = env['SANDBOX_LIMITS']?.trim() || 'off';
  if (!['on', 'off'].includes(limits))
    problems.push({ name: 'SANDBOX_LIMITS', problem: 'is none of on, off', fix: fixOf('SANDBOX_LIMITS') });
  if (problems.length > 0) throw new SettingsError(problems);
  return { ...ports, enforceLimits: limits === 'on' };
}

function fixOf(name: string): string {
  return settings.find((setting) => setting.name === name)?.fix ?? '';
}
