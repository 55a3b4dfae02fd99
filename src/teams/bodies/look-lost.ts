import type { ConversationRequest } from '../../conversations/request.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Whether a form with this request's text would post less of its look than the request itself. */
export function lookLost({ body, typed }: Pick<ConversationRequest, 'body' | 'typed'>): boolean {
  if (body.contentType !== 'html' || typed === undefined) return false;
  const { text, lost } = writeMarkdown(body.content);
  // What was written as Markdown in a form is what that form shows.
  return lost && text === typed;
}
