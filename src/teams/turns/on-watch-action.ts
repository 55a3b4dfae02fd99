import { matchesTarget } from '../../watches/match-watch.ts';
import { cardMessage } from '../cards/card-message.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { watchedName } from '../cards/watched-name.ts';
import { watchingCard } from '../cards/watching-card.ts';
import { emptyDraft, openForm } from '../forms/open-form.ts';
import { confirmWatch } from '../watching/confirm-watch.ts';
import { startedLine } from '../watching/started-line.ts';
import { readNoticeSettings, showNoticeSettings } from '../watching/notice-settings.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';
import { withoutThread } from '../../conversations/without-thread.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * A button of a notice or of what somebody watches. Its data only say what is meant: whoever presses it answers, watches
 * and stops as themselves.
 *
 * @returns undefined when the verb is none of these
 */
export async function onWatchAction(
  turn: Turn,
  verb: string,
  data: Data,
  parts: TeamsParts,
): Promise<ActionAnswer | undefined> {
  switch (verb) {
    case cardVerbs.answer: {
      const { groupId: group = '', threadId = '', topic = '' } = textsIn(data);
      await openForm(turn, { draft: { ...emptyDraft, kind: 'reply', group, threadId, topic } }, parts);
      return { kind: 'message', text: parts.texts.formOpened, shown: true };
    }
    case cardVerbs.stopWatching:
      return stopHere(turn, data, parts);
    case cardVerbs.endWatch:
      await parts.watches.unwatch(textsIn(data)['watchId'] ?? '', turn.author);
      return showList(turn, parts);
    case cardVerbs.resumeWatch:
      return resume(turn, textsIn(data)['watchId'], parts);
    case cardVerbs.watch:
      return watch(turn, data, { confirmed: false }, parts);
    case cardVerbs.watchHere:
      return watch(turn, data, { confirmed: true }, parts);
    case cardVerbs.noticeSettings:
      return showNoticeSettings(turn, parts);
    case cardVerbs.saveNoticeSettings:
      return readNoticeSettings(turn, data, parts);
    default:
      return undefined;
  }
}

/** Ends what made this notice appear here for the person who presses; the card stays for the others. */
async function stopHere(turn: Turn, data: Data, parts: TeamsParts): Promise<ActionAnswer> {
  const { watches, texts } = parts;
  const { groupId, conversationId, threadId = '' } = textsIn(data);
  const post = { threadId, ...(conversationId !== undefined && { conversationId }) };
  const here = (await watches.watching(turn.author)).filter(
    (watch) =>
      watch.place.chatId === turn.place.chatId &&
      watch.target.group.id === groupId &&
      matchesTarget(watch, post),
  );
  for (const { id } of here) await watches.unwatch(id, turn.author);
  const [first] = here;
  const text =
    first === undefined
      ? texts.notice.notWatched
      : texts.notice.stopped(escapeCardText(watchedName(first.target)));
  return { kind: 'message', text };
}

/**
 * Goes on with what was paused because it could not be shown: from the list the watch that is meant, from a card in a
 * shared chat all that the person who presses watches there.
 */
async function resume(turn: Turn, id: string | undefined, parts: TeamsParts): Promise<ActionAnswer> {
  const { watches, texts } = parts;
  if (id !== undefined) {
    await watches.resume(id, turn.author);
    return showList(turn, parts);
  }
  const paused = (await watches.watching(turn.author)).filter(
    ({ place, pausedFor }) => withoutThread(place.chatId) === turn.chatId && pausedFor === 'unreachable',
  );
  for (const watch of paused) await watches.resume(watch.id, turn.author);
  if (paused.length === 0) return { kind: 'message', text: texts.notice.notPaused };
  const names = paused.map(({ target }) => watchedName(target)).join(', ');
  return { kind: 'message', text: texts.notice.resumed(escapeCardText(names, { limit: 300 })) };
}

async function showList(turn: Turn, { watches, texts }: TeamsParts): Promise<ActionAnswer> {
  const running = await watches.watching(turn.author);
  const card = watchingCard({ watches: running, chatId: turn.place.chatId, texts });
  // In a shared chat nobody else is shown it.
  return { kind: 'card', card, apart: turn.place.chatType !== 'personal' };
}

/** @param options.confirmed it was said that everybody in the chat is shown the group's mail from now on */
async function watch(
  turn: Turn,
  data: Data,
  { confirmed }: { confirmed: boolean },
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { texts, watches, messages } = parts;
  const { groupId: group = '', conversationId: conversation } = textsIn(data);
  const { author: watcher, place } = turn;
  const answer = await watches.watch({
    ...{ watcher, place, group, confirmed },
    ...(conversation !== undefined && { conversation }),
  });
  if (answer.kind === 'sign-in') return { kind: 'sign-in', error: answer.error };
  if (answer.kind === 'failed') {
    const { says, next } = texts.error(answer.error);
    return { kind: 'message', text: `${says} ${next}` };
  }
  if (answer.kind === 'confirm') {
    await messages.send(place, cardMessage(confirmWatch(turn, answer.target, texts)));
    return { kind: 'message', text: texts.list.isBelow, shown: true };
  }
  const text = startedLine(turn, answer, texts);
  // Everybody who will read the group's mail here is told so.
  if (answer.first) await messages.send(place, { text });
  return { kind: 'message', text, shown: answer.first };
}

function textsIn(data: Data): Partial<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
