import type { Setting } from './setting.ts';

/** The settings of watches and of notices, as `settings.ts` lists them. */
export const watchingSettings = [
  {
    name: 'SHARED_WATCHES',
    section: 'Watching',
    default: 'on',
    meaning:
      'Whether people may watch a group into a channel or group chat, which shows its mail to everybody there (confirmed each time by who does it).',
    fix: 'Set on or off.',
  },
  {
    name: 'NOTICE_RATE',
    section: 'Watching',
    default: '30',
    meaning:
      'How many notices Kickoff sends in one tenant in a second, over all instances. Teams lets a bot make 50 requests in a second; what is left is for receipts and answers, and notices give way where both together are more. Above 50 it is taken for what the channel allows.',
    fix: 'Set a whole number from 1 to 1000.',
  },
  {
    name: 'NOTICE_CHAT_LIMITS',
    section: 'Watching',
    default: '7/1s,8/2s,60/30s,1800/1h',
    meaning:
      'How many messages one chat gets in which times before notices for it wait, over all instances; receipts, answers and updated cards count, and never wait. The default is what Teams lets a bot send.',
    fix: 'Set messages and growing times separated by commas, such as 7/1s,8/2s,60/30s,1800/1h (ms, s, m or h; at most 1h).',
  },
  {
    name: 'INSTALL_FOR_PEOPLE',
    section: 'Watching',
    default: 'off',
    meaning:
      'Whether Kickoff installs itself in Teams for people who have to be told something and never had it. It needs two application permissions (docs/permissions.md) and the app in your catalogue; who has removed it does not get it again.',
    fix: 'Set on or off.',
  },
] as const satisfies readonly Setting[];
