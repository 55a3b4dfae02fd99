import type { WatchAnswer } from '../../watches/start-watching.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { watchedName } from '../cards/watched-name.ts';
import type { Texts } from '../texts/texts.ts';
import type { Turn } from '../turns/turn.ts';

/** What is said when a watch has begun, or was on already; markup of names is disarmed. */
export function startedLine(
  { author, place }: Pick<Turn, 'author' | 'place'>,
  { watch, first, how }: Extract<WatchAnswer, { kind: 'watching' }>,
  { watch: says }: Texts,
): string {
  const what = escapeCardText(watchedName(watch.target));
  if (!first) return says.already(what);
  const line =
    place.chatType === 'personal' ? says.started(what) : says.startedBy(escapeCardText(author.name), what);
  return how === 'polling' ? `${line} ${says.polling}` : line;
}
