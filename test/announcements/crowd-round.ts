import type { Announcement } from '../../src/announcements/announcement.ts';
import { checkReport } from './check-report.ts';
import type { CrowdWorld } from './crowd-world.ts';

/** What an instance may have on its way when it is killed. */
const inFlight = 16;
/** The part of a crowd of whom nobody knows because a busy machine answered too late. */
const late = 0.001;

export interface CrowdEnd {
  readonly counts: Announcement['counts'];
  readonly kills: number;
  /** From the wish to the last message, in milliseconds. */
  readonly ms: number;
  /** What is not as promised, one line each. */
  readonly problems: readonly string[];
}

/**
 * Tells everybody while instances are killed on the way, one after another, and holds every chat to what the report says.
 *
 * @param options.limitMs it is given up after this time
 */
export async function crowdRound(
  world: CrowdWorld,
  options: { kills: number; limitMs: number; say: (line: string) => void },
): Promise<CrowdEnd> {
  const { sandbox, bots, crowd, group, sender, place } = world;
  const { kills, limitMs, say } = options;
  const text = 'The office moves on Monday.';
  await world.signIn();
  const arrived = { count: 0, last: 0 };
  const stopListening = sandbox.channel.messages.onChange(({ text: said, attachments, revision }) => {
    if (revision > 1 || !JSON.stringify([said, attachments]).includes(text)) return;
    arrived.count += 1;
    arrived.last = performance.now();
  });
  const begun = performance.now();
  const { announcement } = await bots[0]!.start({
    ...{ sourceKey: 'crowd|1', sender, place, content: { kind: 'message', text } },
    audience: { kind: 'members', group: { id: group.id, name: group.displayName } },
  });

  let killed = 0;
  let found = announcement;
  while (found.endedAt === undefined && performance.now() - begun < limitMs) {
    if (killed < kills && arrived.count > ((killed + 1) * crowd.length) / (kills + 1)) {
      say(`  instance ${killed % bots.length} is killed after ${arrived.count} messages`);
      await world.kill(killed % bots.length);
      killed += 1;
    }
    found = (await bots[0]!.find(announcement.id, sender)) ?? found;
    await new Promise((next) => setTimeout(next, 100));
  }
  stopListening();

  const { counts, state } = found;
  const problems = checkReport(world, text, await bots[0]!.receivers(announcement.id));
  if (state !== 'done') problems.push(`it is ${state} after ${limitMs} ms`);
  if (killed < kills) problems.push(`only ${killed} instances were killed`);
  if (counts.unconfirmed > killed * inFlight + crowd.length * late)
    problems.push(`${counts.unconfirmed} are unconfirmed after ${killed} kills`);
  return { counts, kills: killed, ms: arrived.last - begun, problems };
}
