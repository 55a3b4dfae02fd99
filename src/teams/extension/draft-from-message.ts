import type { Draft } from '../../conversations/ports/forms.ts';
import { cutText } from '../cards/cut-text.ts';
import { emptyDraft } from '../forms/open-form.ts';
import type { Texts } from '../texts/texts.ts';
import { plainTextOf } from './plain-text-of.ts';

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
  const quote = text === '' ? '' : text.replace(/^/gm, '> ');
  const lines = [author === '' ? '' : texts.extension.quoted(author), quote].filter((each) => each !== '');
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return {
    ...emptyDraft,
    topic: cutText(textOf(message['subject']).trim() || firstLine.trim(), topicLength),
    body: [lines.join('\n'), /^https:\/\//i.test(link) ? link : '']
      .filter((each) => each !== '')
      .join('\n\n'),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
