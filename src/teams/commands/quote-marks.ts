/** Characters that may begin a quoted part; single ones are apostrophes too, and double ones also close. */
export const quoteMarks = { double: '"“”„«»‹›＂', opening: '"“„«»‹›＂\'‘‚' } as const;
