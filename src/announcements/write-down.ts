import { backoff } from '../conversations/backoff.ts';
import type { AnnouncementParts } from './announcement-parts.ts';

/** Together about a minute, which is how long others leave the rows alone unless the settings say otherwise. */
const mostTries = 5;

/**
 * Writes what became of receivers. Until then only this process knows it: a database that does not answer for a moment must
 * not leave people unconfirmed of whom it is known whether they were told.
 *
 * @throws what the last try threw
 */
export async function writeDown(
  write: () => Promise<void>,
  { timer, log, random }: Pick<AnnouncementParts, 'timer' | 'log' | 'random'>,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries === mostTries) throw error;
      log.warn({ error }, 'what became of a notice could not be written yet');
      await timer.wait(backoff(tries, random));
    }
  }
}
