import type { ReadPosting } from './read-posting.ts';

/** A value that a number may stand for, and which part it is. */
export interface NumberedValue {
  readonly part: 'conversation' | 'group';
  readonly at: number;
  readonly end: number;
}

/** The values of a command that a number may stand for, as far as no quotes make a name of them. */
export function numberedValues({
  kind,
  number,
  values,
}: Pick<ReadPosting, 'kind' | 'number' | 'values'>): NumberedValue[] {
  const { topic, group } = values;
  const answered = kind === 'reply' && number === undefined ? topic : undefined;
  return [
    ...(answered === undefined || answered.quoted ? [] : [{ ...answered, part: 'conversation' as const }]),
    ...(group === undefined || group.quoted ? [] : [{ ...group, part: 'group' as const }]),
  ];
}
