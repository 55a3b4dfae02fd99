import type { Activity } from 'botbuilder';
import { isMarkedPrivate } from '../channel/mark-private.ts';
import type { Turn } from './turn.ts';

/** The turn as it is answered: so that only its author sees it, where it was said or pressed so that nobody else saw it. */
export function inPrivate(turn: Turn, activity: Pick<Activity, 'recipient' | 'value' | 'from'>): Turn {
  const { place, author } = turn;
  if (place.chatType === 'personal' || !(isTargeted(activity) || isMarkedPrivate(activity.value)))
    return turn;
  const onlyFor = { account: activity.from.id, objectId: author.objectId };
  return { ...turn, place: { ...place, onlyFor } };
}

/** Said to the bot alone in a chat of several people: a slash command (Teams platform, "Targeted messages", preview). */
export function isTargeted({ recipient }: Pick<Activity, 'recipient'>): boolean {
  return (recipient as { isTargeted?: unknown } | undefined)?.isTargeted === true;
}
