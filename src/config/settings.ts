import { addressSettings } from './address-settings.ts';
import { registrationSettings } from './registration-settings.ts';
import type { Setting } from './setting.ts';
import { watchingSettings } from './watching-settings.ts';

const makeKey = `node -e "console.log('k1:' + require('node:crypto').randomBytes(32).toString('base64'))"`;

/** Every setting there is, said once: errors, `.env.example` and `docs/settings.md` are made from this list. */
export const settings = [
  {
    name: 'PORT',
    section: 'Server',
    default: '3978',
    meaning: 'Port that the bot listens on.',
    fix: 'Set a number from 0 to 65535 (0: any free port).',
  },
  {
    name: 'HOST',
    section: 'Server',
    otherwise: 'every interface',
    meaning: 'Address that the bot listens on.',
    fix: 'Set a host name or an IP address of this machine, such as 127.0.0.1.',
  },
  {
    name: 'PUBLIC_URL',
    section: 'Server',
    required: true,
    meaning: 'Where Teams and people’s browsers reach the bot: scheme and host, no path.',
    fix: 'Set it like https://kickoff.example.com (https, or http on localhost): the host of the messaging endpoint in Azure portal › your Azure Bot › Configuration.',
  },
  {
    name: 'LOG_LEVEL',
    section: 'Server',
    default: 'info',
    meaning: 'What is logged at least.',
    fix: 'Set fatal, error, warn, info, debug, trace or silent.',
  },
  ...registrationSettings,
  {
    name: 'ENCRYPTION_KEYS',
    section: 'Storage',
    required: true,
    meaning:
      'Keys that encrypt tokens and typed text at rest (AES-256-GCM), as `id:base64` separated by commas. The first one writes, all read: put a new key in front to change keys, and keep the old one.',
    fix: `Make one with: ${makeKey}`,
  },
  {
    name: 'DATA_DIR',
    section: 'Storage',
    default: './data',
    meaning: 'Folder of the SQLite database; made when missing, used by one process at a time.',
    fix: 'Set a folder on a local disk that only the bot’s account may read.',
  },
  {
    name: 'DATABASE_URL',
    section: 'Storage',
    otherwise: 'everything is stored in `DATA_DIR`',
    meaning:
      'Address of a PostgreSQL database (tested with version 15) that any number of instances share; `DATA_DIR` is not used then. Tables are made at the start. A pooler in between must keep sessions (no transaction mode).',
    fix: 'Set it like postgres://user:password@host:5432/database?sslmode=verify-full (special characters of the password as %xx), or leave it out.',
  },
  ...addressSettings,
  {
    name: 'SETTLE_SCHEDULE',
    section: 'Times',
    default: '2s,5s,15s,60s,5m,15m',
    meaning: 'When the outcome of a lost answer is looked for, counted from the attempt.',
    fix: 'Set growing times separated by commas, such as 2s,5s,1m (ms, s, m or h).',
  },
  {
    name: 'POST_DEADLINE',
    section: 'Times',
    default: '30s',
    meaning: 'Longest time for one POST to Microsoft Graph.',
    fix: 'Set a time of at most 50s, such as 30s: it must end before HOLD_TIME.',
  },
  {
    name: 'HOLD_TIME',
    section: 'Times',
    default: '60s',
    meaning:
      'How long one of several instances keeps a request to itself without a sign of life; after that another goes on with it.',
    fix: 'Set a time longer than POST_DEADLINE, such as 60s.',
  },
  {
    name: 'POLL_INTERVAL',
    section: 'Times',
    default: '60s',
    meaning:
      'How often watched groups are read; up to five times more rarely while nothing comes in. Where Microsoft 365 sends notifications, news come without waiting for it.',
    fix: 'Set a time such as 60s (ms, s, m or h).',
  },
  {
    name: 'KEEP_TEXTS',
    section: 'Times',
    default: '30d',
    meaning:
      'How long the text of a settled request (posted, refused or discarded) is kept; ids that prevent duplicates stay.',
    fix: 'Set a time such as 30d (ms, s, m, h or d), at most 365d.',
  },
  ...watchingSettings,
  {
    name: 'API_CLIENTS',
    section: 'Other systems',
    otherwise: 'none: the API answers everybody with 403',
    meaning:
      'Client ids of the apps that may call the API, separated by commas, each with the name after it that people read on its notices (docs/api.md). What an app may do there, Entra says.',
    fix: 'Set the “Application (client) ID” of each calling app (Entra admin center › App registrations), separated by commas, with its name after it if it sends notices.',
  },
  {
    name: 'API_RATE',
    section: 'Other systems',
    default: '60/min',
    meaning:
      'How many calls one of these apps may make for one person, and alone, counted over all instances.',
    fix: 'Set a number of calls and a time, such as 60/min (s, min or h).',
  },
  {
    name: 'METRICS_PORT',
    section: 'Metrics',
    otherwise: 'none',
    meaning: 'Port on loopback where metrics are read without a token.',
    fix: 'Set a number from 0 to 65535 that is not PORT (0: any free port).',
  },
  {
    name: 'METRICS_TOKEN',
    section: 'Metrics',
    otherwise: 'metrics are not served on `PORT`',
    meaning: 'Bearer token with which metrics are read on PORT.',
    fix: 'Set at least 16 characters without spaces, made at random.',
  },
  {
    name: 'NODE_ENV',
    section: 'Surroundings',
    otherwise: 'development',
    meaning:
      '`production` reads no `.env`, and refuses to start without an app registration instead of starting the local Microsoft 365.',
    fix: 'Set production where real people are served.',
  },
  {
    name: 'SANDBOX_PORT',
    section: 'Surroundings',
    default: '3979',
    meaning: 'Port of the page of the local Microsoft 365, on loopback.',
    fix: 'Set a number from 0 to 65535 (0: any free port).',
  },
  {
    name: 'SANDBOX_LIMITS',
    section: 'Surroundings',
    default: 'off',
    meaning:
      'Whether the local Microsoft 365 refuses messages (429) that are more than Teams lets a bot send. Off, so that nobody who presses quickly has to wait; it counts them either way.',
    fix: 'Set on or off.',
  },
  {
    name: 'NODE_EXTRA_CA_CERTS',
    section: 'Surroundings',
    otherwise: 'none',
    meaning: 'File with further certificate authorities, read by Node.js itself (not from `.env`).',
    fix: 'Set the path of a PEM file before the process starts.',
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];
