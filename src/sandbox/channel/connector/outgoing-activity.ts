import type { ChatAttachment } from '../chat-message.ts';
import { refuse } from './connector-error.ts';

/** What the connector reads of an activity that the bot sends. */
export interface OutgoingActivity {
  type: string;
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  attachments: readonly ChatAttachment[];
  /** What a notification says of it. */
  summary: string;
  /** Id of the recipient, as a targeted message names it. */
  recipientId: string | undefined;
}

/**
 * Teams refuses messages above about 100 KB, text, mentions and cards included.
 * Source: Teams platform, bots/how-to/format-your-bot-messages.
 */
const largestActivity = 100 * 1024;
const formats = ['plain', 'markdown', 'xml'] as const;

/**
 * Reads the body of a send or an update.
 *
 * @throws ConnectorError 400 for what is no activity, 413 above 100 KB.
 */
export function readOutgoingActivity(body: unknown): OutgoingActivity {
  if (!isRecord(body) || typeof body['type'] !== 'string') throw badArgument('The activity needs a type.');
  if (Buffer.byteLength(JSON.stringify(body)) > largestActivity) {
    throw refuse(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  const text = readText(body, 'text');
  const summary = readText(body, 'summary');
  const attachments = readAttachments(body['attachments'] ?? []);
  if (body['type'] === 'message' && text === '' && attachments.length === 0) {
    throw badArgument('The message has neither text nor attachments.');
  }
  // Markdown is what Teams takes a bot's text for when it is told nothing.
  const textFormat = formats.find((format) => format === body['textFormat']) ?? 'markdown';
  const recipientId = idOf(body['recipient']);
  return { type: body['type'], text, textFormat, attachments, summary, recipientId };
}

function readText(body: Record<string, unknown>, name: 'text' | 'summary'): string {
  const text = body[name] ?? '';
  if (typeof text === 'string') return text;
  throw badArgument(`${name} is not a string.`);
}

function readAttachments(value: unknown): ChatAttachment[] {
  if (Array.isArray(value) && value.every(isAttachment)) return value;
  throw badArgument('attachments is not a list of attachments.');
}

function badArgument(message: string): Error {
  return refuse(400, 'Bad Argument', message);
}

function isAttachment(value: unknown): value is ChatAttachment {
  return isRecord(value) && typeof value['contentType'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(account: unknown): string | undefined {
  const id = isRecord(account) ? account['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
