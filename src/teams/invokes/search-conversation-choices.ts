import { findGroup } from '../../conversations/find-group.ts';
import { inTime } from '../../conversations/in-time.ts';
import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Choice } from '../cards/adaptive-card.ts';
import { conversationChoices } from '../forms/conversation-choices.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** An answer in time is worth more than a complete one, in milliseconds. */
const patience = 2_500;

/**
 * Conversations of the group that is chosen in the same form, whose topics hold what was typed. What was typed is a choice
 * itself unless it is a topic already: a topic that is further back, or a client that does not say which group is chosen,
 * must not make the field unanswerable. Never throws.
 */
export async function searchConversationChoices(
  { author }: Turn,
  { typed, inputs }: { typed: string; inputs: Readonly<Record<string, unknown>> },
  parts: TeamsParts,
): Promise<Choice[]> {
  const { groupId } = inputs;
  const group = typeof groupId === 'string' ? groupId.trim() : '';
  const found =
    group === '' ? [] : ((await inTime(list(author, group, parts), { ...parts, patience })) ?? []);
  const wanted = fold(typed);
  const fitting = found.filter(({ title }) => fold(title).includes(wanted));
  const isTopic = wanted === '' || fitting.some(({ title }) => fold(title) === wanted);
  return isTopic ? fitting : [...fitting.slice(0, most - 1), { title: typed.trim(), value: typed.trim() }];
}

/** Teams shows at most 15 results of a typeahead. */
const most = 15;

async function list(author: Turn['author'], group: string, parts: TeamsParts): Promise<Choice[]> {
  try {
    const id = isObjectId(group) ? group : await idOf(author, group, parts);
    const draft = { kind: 'thread', group: id, topic: '', body: '', people: '' } as const;
    return (await conversationChoices(author, draft, parts)).choices;
  } catch (error) {
    parts.log.warn({ error }, 'conversations could not be listed for a search');
    return [];
  }
}

async function idOf(
  author: Turn['author'],
  group: string,
  { tokens, directory }: TeamsParts,
): Promise<string> {
  const answer = await tokens.graphToken(author);
  return answer.kind === 'token' ? (await findGroup(directory, answer.token, group)).id : '';
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
