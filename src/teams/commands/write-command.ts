import { cutText } from '../cards/cut-text.ts';

/** The parts of a command that posts, as they are to be written; undefined ones are left out. */
export interface WrittenParts {
  readonly word: string;
  /** Of the conversation that is answered. */
  readonly number?: number;
  readonly topic?: string;
  readonly group?: string;
  readonly groupNumber?: number;
  readonly conversation?: string;
  readonly people: string;
  /** When it is to be posted. */
  readonly when?: string;
  readonly body: string;
}

/** A text longer than this is cut: it stands in an example. */
const shownText = 40;

/** A command in its usual form, as an example of how it is written right; the text on one line, cut to 40 characters. */
export function writeCommand(parts: WrittenParts): string {
  const { word, number, topic, group, groupNumber, conversation, people, when, body } = parts;
  const named = number === undefined ? quote(topic) : `#${number}`;
  const place = groupNumber === undefined ? quote(group) : `#${groupNumber}`;
  return [
    word,
    named,
    place && `in ${place}`,
    conversation && `/ ${quote(conversation)}`,
    people && `with ${people}`,
    when && `at "${when}"`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .concat(
      `: ${cutText(
        body
          .slice(0, 10 * shownText)
          .replace(/\s+/g, ' ')
          .trim(),
        shownText,
      )}`,
    );
}

function quote(part: string | undefined): string | undefined {
  if (part === undefined || part === '') return undefined;
  if (!part.includes('"')) return `"${part}"`;
  return /[“”„]/.test(part) ? `«${part}»` : `“${part}”`;
}
