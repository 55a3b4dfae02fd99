import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { whenTold } from './check-tidings.ts';
import type { WatchingWorld } from './start-watching-world.ts';
import type { Tidings } from './watching-case.ts';

/** Chika posts: Graph's notification of it is believed, and Ada (or who is named) is told of the post. */
export async function wakesByNotification(
  world: WatchingWorld,
  options: { group: SandboxGroup; tidings: Tidings; about: string; name?: string },
): Promise<void> {
  const { group, tidings, about, name = 'Ada' } = options;
  const before = await world.database.hintsOf(group.id);
  const words = tidings.next();
  const { postId } = world.post('Chika', group, words);
  await world.until('a notification that is believed', async () =>
    (await world.database.hintsOf(group.id)) > before ? true : undefined,
  );
  const tiding = { about, name, words, postId };
  tidings.owe(tiding);
  await whenTold(world, tiding);
}
