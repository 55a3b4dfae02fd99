import type { SaidMessage } from './said-message.ts';

/** A message of which nothing but its plain text is known. */
export const plainMessage: SaidMessage = {
  read: (body) => ({ typed: body, body: { contentType: 'text', content: body }, lost: false, files: [] }),
};
