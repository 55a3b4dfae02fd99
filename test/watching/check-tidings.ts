import type { WatchingWorld } from './start-watching-world.ts';
import type { Tiding } from './watching-case.ts';

/** What became of what somebody was to be told: `wrong` says what it must not have come to, if it did. */
export interface ToldTiding extends Tiding {
  readonly state: string;
  readonly shown: number;
  readonly wrong?: string;
}

/** Shown exactly once, or accounted as unconfirmed and shown at most once. */
export async function checkTidings(world: WatchingWorld, tidings: readonly Tiding[]): Promise<ToldTiding[]> {
  const told: ToldTiding[] = [];
  for (const tiding of tidings) {
    const { name, words, postId, about } = tiding;
    const states = await world.database.statesOf([postId], world.chatOf(name));
    const shown = world.noticesOf(name, words).length;
    const state = states.join(' ') || 'nothing stored';
    const right = state === 'delivered' ? shown === 1 : state === 'unconfirmed' && shown <= 1;
    const wrong = `${words} was shown to ${name} ${shown} times, and counts as ${state} (${about})`;
    told.push({ ...tiding, state, shown, ...(!right && { wrong }) });
  }
  return told;
}

/** Waits until what somebody is to be told has come to an end, whichever. */
export async function whenTold(world: WatchingWorld, { name, words, postId }: Tiding): Promise<void> {
  await world.until(`${name} is told of ${words}`, async () => {
    const [state] = await world.database.statesOf([postId], world.chatOf(name));
    return state === 'delivered' || state === 'unconfirmed';
  });
}
