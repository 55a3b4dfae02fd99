import type { Draft } from '../../conversations/ports/forms.ts';
import { cutText } from '../cards/cut-text.ts';
import { emptyDraft } from '../forms/open-form.ts';
import type { Texts } from '../texts/texts.ts';
import { plainTextOf } from './plain-text-of.ts';
import { quoteMessage } from './quote-message.ts';

/** As much of a first line as makes a topic. */
const topicLength = 80;

/**
 * A form filled from the message that somebody chose: its subject or first line as the topic, and its text quoted, with who
 * wrote it and where it stands (`messagePayload`; Teams platform, "Create and send dialogs", payload of messages).
 */
export function draftFromMessage(payload: unknown, texts: Texts): Draft {
  const message = recordOf(payload);
  const body = recordOf(message['body']);
  const content = textOf(body['content']);
  const text = body['contentType'] === 'html' ? plainTextOf(content) : content.trim();
  const author = textOf(recordOf(recordOf(message['from'])['user'])['displayName']);
  const link = textOf(message['linkToMessage']);
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return {
    ...emptyDraft,
    topic: cutText(textOf(message['subject']).trim() || firstLine.trim(), topicLength),
    body: quoteMessage({
      says: author === '' ? '' : texts.extension.quoted(author),
      body: { contentType: body['contentType'] === 'html' ? 'html' : 'text', content },
      link: /^https:\/\//i.test(link) ? { href: link, words: texts.extension.openMessage } : undefined,
    }),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
