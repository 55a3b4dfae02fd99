import type { Person } from '../../conversations/person.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { GroupChoicesParts } from './group-choices.ts';

/** How many conversations a form offers. */
const offered = 25;

/** Conversations of the chosen group to start a thread in, newest first; what was typed stays among them. */
export async function conversationChoices(
  person: Person,
  draft: Draft,
  { tokens, directory, log }: GroupChoicesParts,
): Promise<{ title: string; value: string }[]> {
  const typed = draft.conversation ?? '';
  const choices: { title: string; value: string }[] = [];
  try {
    const answer = draft.group === '' ? undefined : await tokens.graphToken(person);
    if (answer?.kind === 'token') {
      const found = await directory.conversations(answer.token, draft.group, offered);
      choices.push(...found.map(({ id, topic }) => ({ title: topic, value: id })));
    }
  } catch (error) {
    log.warn({ error }, 'conversations could not be listed for a form');
  }
  const known = choices.some(({ title, value }) => title === typed || value === typed);
  return known || typed === '' ? choices : [{ title: typed, value: typed }, ...choices];
}
