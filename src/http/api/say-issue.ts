import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
};

/** What is wrong with a field, where its schema has no words of its own; undefined leaves it to zod. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This has to be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'This is missing.'
        : `This is none of ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return issue.origin === 'string' ? `This is longer than ${issue.maximum} characters.` : undefined;
    default:
      return undefined;
  }
}
