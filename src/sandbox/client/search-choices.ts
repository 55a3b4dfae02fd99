import type { Chat } from '../channel/chats.ts';
import type { AdaptiveCard, CardInput } from './card-element.ts';
import type { ClientContext } from './client-context.ts';
import { findElements } from './find-elements.ts';
import { invokeActivity } from './invoke-activity.ts';
import { searchPeople } from './search-people.ts';

export interface Choice {
  title: string;
  value: string;
}

/** Teams shows at most 15 results (Teams platform, dynamic search in Adaptive Cards). */
const most = 15;
const peopleDataset = 'graph.microsoft.com/users';

/**
 * Typeahead: asks the bot for the choices of an input while the person types. The people picker's dataset is
 * answered by Teams itself, so the bot hears nothing of it.
 *
 * @param place where the card stands; a dialog's is where it was opened.
 * @param text what was typed so far; may be empty.
 * @throws Error when the input is none with dynamic choices, or the bot's answer is no search response.
 */
export async function searchChoices(
  context: ClientContext,
  place: { chat: Chat; rootId: string | undefined; replyToId?: string },
  cards: readonly AdaptiveCard[],
  search: { inputId: string; text: string; inputs: Readonly<Record<string, string>> },
): Promise<Choice[]> {
  const input = findElements<CardInput>(cards, 'Input.ChoiceSet').find((each) => each.id === search.inputId);
  const query = input?.['choices.data'];
  if (query?.type !== 'Data.Query') {
    throw new Error(`The input ${JSON.stringify(search.inputId)} has no dynamic choices.`);
  }
  if (query.dataset.split('?')[0] === peopleDataset) {
    return searchPeople(context.speaker().tenant, search.text).slice(0, most);
  }
  const associated = query.associatedInputs?.toLowerCase() === 'auto' ? { data: search.inputs } : {};
  const activity = invokeActivity(context.speaker(), {
    id: context.nextId(),
    chat: place.chat,
    rootId: place.rootId,
    at: context.now(),
    name: 'application/search',
    ...(place.replyToId === undefined ? {} : { replyToId: place.replyToId }),
    value: {
      queryText: search.text,
      queryOptions: { skip: 0, top: most },
      dataset: query.dataset,
      ...associated,
    },
  });
  const { status, body } = await context.channel.deliver(activity);
  const { results } = (body as { value?: { results?: Choice[] } } | undefined)?.value ?? {};
  if (status !== 200 || !Array.isArray(results))
    throw new Error(`The bot answered the search with HTTP ${status}.`);
  return results.slice(0, most).map(({ title, value }) => ({ title, value }));
}
