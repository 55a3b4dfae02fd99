/**
 * Limits of our own, because Graph documents none for group posts: a subject in Exchange holds 255 characters, and one
 * request to Graph about 4 MB, of which a text should take a small part.
 */
export const limits = {
  /** Characters (UTF-16 units) in a topic. */
  topic: 255,
  /** Characters (UTF-16 units) in a text. */
  body: 100_000,
  /** Characters (UTF-16 units) in a text with all its formatting. */
  html: 400_000,
  /** Characters (UTF-16 units) in a notice, and lines with something in them: so much fits into a card. */
  notice: 10_000,
  noticeLines: 150,
  /** People added to one conversation. */
  people: 100,
} as const;
