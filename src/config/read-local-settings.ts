import { checkPortsAndTimes } from './check-ports-and-times.ts';
import type { Conflict } from './conflict.ts';
import { parseSettings, type GivenSettings } from './parse-settings.ts';
import { settingsSchema } from './settings-schema.ts';

/** Where the bot and the local Microsoft 365's page listen when no tenant is configured, and how strict it is. */
export interface LocalSettings {
  readonly port: number;
  /** 0 takes a free one. */
  readonly pagePort: number;
  /** Whether its Teams refuses too many messages. */
  readonly enforceLimits: boolean;
}

/** Those that the local Microsoft 365 does not bring itself: what is wrong with them is said before it starts. */
const ofTheBot = settingsSchema.pick({
  ...{ LOG_LEVEL: true, SLASH_COMMANDS: true, DATABASE_URL: true, GRAPH_VERSION: true, GRAPH_SCOPES: true },
  ...{ SETTLE_SCHEDULE: true, POST_DEADLINE: true, HOLD_TIME: true, POLL_INTERVAL: true, KEEP_TEXTS: true },
  ...{ SHARED_WATCHES: true, NOTICE_RATE: true, NOTICE_CHAT_LIMITS: true, INSTALL_FOR_PEOPLE: true },
  ...{ API_RATE: true, METRICS_PORT: true, METRICS_TOKEN: true },
});

const { PORT, SLASH_COMMANDS: onOrOff, ENCRYPTION_KEYS } = settingsSchema.shape;

const schema = ofTheBot.extend({
  PORT,
  ENCRYPTION_KEYS: ENCRYPTION_KEYS.optional(),
  SANDBOX_PORT: PORT.unwrap().default(3979),
  SANDBOX_LIMITS: onOrOff,
});

/**
 * What a process that serves the local Microsoft 365 has to know before there is a bot.
 *
 * @throws SettingsError naming everything that is wrong, the bot's settings included.
 */
export function readLocalSettings(env: Readonly<Record<string, string | undefined>>): LocalSettings {
  const values = parseSettings(env, schema, checkLocally);
  return {
    port: values.PORT,
    pagePort: values.SANDBOX_PORT,
    enforceLimits: values.SANDBOX_LIMITS === 'on',
  };
}

function checkLocally(given: GivenSettings): Conflict[] {
  const conflicts = checkPortsAndTimes(given);
  if (given.DATABASE_URL !== undefined && given.ENCRYPTION_KEYS === undefined) {
    const problem =
      'is missing next to DATABASE_URL: without it the next start could not read what this one writes';
    conflicts.push({ name: 'ENCRYPTION_KEYS', problem });
  }
  const { PORT: port = '3978', SANDBOX_PORT: pagePort = '3979' } = given;
  if (/^0+$/.test(port)) {
    const problem = 'is 0, and people’s browsers have to know it';
    conflicts.push({ name: 'PORT', problem, fix: 'Set a number from 1 to 65535.' });
  } else if (port === pagePort) {
    const fix = 'Set a number from 0 to 65535 that is not PORT (0: any free port).';
    conflicts.push({ name: 'SANDBOX_PORT', problem: 'is the same as PORT', fix });
  }
  return conflicts;
}
