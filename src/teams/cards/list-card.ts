import type { ListItem, NumberedList } from '../../conversations/ports/lists.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { formatTime } from './format-time.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { listItemActions } from './list-item-actions.ts';
import { textRun } from './text-run.ts';

export interface ListCardOptions {
  readonly list: NumberedList;
  /** The line to begin with; the first one is 0. */
  readonly from: number;
  /** Sentences above the lines; they may name groups. */
  readonly notes: readonly string[];
  /** It lists groups that may have been meant by this: whoever else presses *More* is shown theirs. */
  readonly candidatesOf?: string;
  readonly texts: Texts;
  /** Outlook on the web, no trailing slash. */
  readonly outlook: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Lines of one card: with one button each that is not in the overflow, and one for more, as many as Teams shows (6). */
const shown = 5;
/** How much of the last words is shown, in characters. */
const preview = 160;
/** As long as a group's name may be (Graph, `displayName` of a group), in characters. */
const longestName = 256;

/** Groups or conversations with their numbers and what can be done about each; further ones on demand. */
export function listCard(options: ListCardOptions): AdaptiveCard {
  const { list, from, notes, texts, outlook, candidatesOf } = options;
  const lines = list.items.slice(from, from + shown);
  const left = list.items.length - from - lines.length;
  const title = lines[0]?.conversation === undefined ? texts.list.groups : texts.list.newest;
  const inOne = groupOfAll(list.items);
  const body: CardElement[] = [heading(title)];
  if (inOne !== undefined) body.push(labelledLine(texts.receipt.group, inOne));
  body.push(
    ...notes.map((note): CardElement => ({ type: 'RichTextBlock', inlines: [textRun(note)] })),
    ...lines.flatMap((item, index): CardElement[] => [
      lineOf(item, from + index + 1, options, inOne === undefined),
      { type: 'ActionSet', actions: listItemActions(item, { texts, outlook }) },
    ]),
  );
  if (left > 0) {
    const groupId = inOne === undefined ? undefined : list.items[0]?.group.id;
    const data = {
      ...{ listId: list.id, from: String(from + shown) },
      ...(groupId !== undefined && { groupId }),
      ...(candidatesOf !== undefined && { candidatesOf: candidatesOf.slice(0, longestName).toWellFormed() }),
    };
    const title = texts.list.more(left);
    body.push({ type: 'ActionSet', actions: [executeAction({ title, verb: cardVerbs.more, data })] });
  }
  const says = [...notes, ...lines.map((item, index) => `#${from + index + 1} ${nameOf(item, texts)}`)];
  return card({ summary: [title, ...says].join(' – '), body });
}

function lineOf(item: ListItem, number: number, options: ListCardOptions, withGroup: boolean): CardElement {
  const { texts, locale, timeZone } = options;
  const { group, conversation } = item;
  const when =
    conversation?.lastDelivered &&
    formatTime(conversation.lastDelivered, {
      language: texts.language,
      ...(locale !== undefined && { locale }),
      ...(timeZone !== undefined && { timeZone }),
    });
  const about = conversation === undefined ? group.mail : withGroup ? group.name : undefined;
  const details = [about, when].filter((part) => part !== undefined).join(' · ');
  const below = [details, conversation?.preview ?? ''].filter((part) => part !== '');
  return {
    type: 'Container',
    spacing: 'medium',
    items: [
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: `#${number} `, isSubtle: true },
          textRun(nameOf(item, texts), { weight: 'bolder' }),
        ],
      },
      ...below.map((line): CardElement => ({
        type: 'RichTextBlock',
        spacing: 'none',
        inlines: [textRun(line, { isSubtle: true, limit: preview })],
      })),
    ],
  };
}

function nameOf({ group, conversation }: ListItem, texts: Texts): string {
  return conversation === undefined ? group.name : conversation.topic || texts.list.noTopic;
}

/** The name of the group that all conversations are in, if it is one. */
function groupOfAll(items: readonly ListItem[]): string | undefined {
  const [first] = items;
  if (first?.conversation === undefined) return undefined;
  return items.every(({ group }) => group.id === first.group.id) ? first.group.name : undefined;
}
