import type { Person } from '../../conversations/person.ts';
import type { ConversationSummary } from '../../conversations/ports/directory.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Choice } from '../cards/adaptive-card.ts';
import { cutText } from '../cards/cut-text.ts';
import type { GroupChoicesParts } from './group-choices.ts';

/** How many conversations a form offers. */
const offered = 25;
/** How much of the last words tells conversations of one topic apart, in characters. */
const lastWords = 40;

/**
 * Conversations of the chosen group, newest first, and which of them was typed or chosen: its id when that is certain, what
 * was typed when none is called so, nothing when several are.
 */
export async function conversationChoices(
  person: Person,
  draft: Draft,
  { tokens, directory, log }: GroupChoicesParts,
): Promise<{ choices: Choice[]; chosen: string }> {
  const typed = draft.conversation ?? '';
  let found: ConversationSummary[] = [];
  try {
    const answer = draft.group === '' ? undefined : await tokens.graphToken(person);
    if (answer?.kind === 'token') found = await directory.conversations(answer.token, draft.group, offered);
  } catch (error) {
    log.warn({ error }, 'conversations could not be listed for a form');
  }
  const meant = found.filter(({ id, topic }) => id === typed || fold(topic) === fold(typed));
  const choices = found.map((each) => ({ title: titleAmong(found, each), value: each.id }));
  if (typed === '' || meant.length > 1) return { choices, chosen: '' };
  const [only] = meant;
  return only === undefined ? { choices, chosen: typed } : { choices, chosen: only.id };
}

function titleAmong(
  all: readonly ConversationSummary[],
  { topic, preview = '' }: ConversationSummary,
): string {
  const isAlone = all.filter((each) => fold(each.topic) === fold(topic)).length === 1;
  return isAlone || preview === '' ? topic : `${topic} (${cutText(preview, lastWords)})`;
}

function fold(topic: string): string {
  return topic.normalize('NFC').trim().toLowerCase();
}
