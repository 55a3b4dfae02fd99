import type { Activity, InvokeResponse } from 'botbuilder';
import { personKey } from '../../conversations/person.ts';
import { escapeCardText } from '../cards/escape-card-text.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { fileInfo, type UploadInfo } from './file-messages.ts';
import { writeReport } from './write-report.ts';

/**
 * `fileConsent/invoke`: the person allows or declines the report. The question's ticket is good once, so that an answer
 * that comes again uploads nothing again. The address that came with it is used only where files may be put.
 */
export async function takeFileConsent(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { action, ticket, until, uploadInfo } = readConsent(value);
  const { tickets, clock, texts } = parts;
  const { report } = texts.announcement;
  const found = await tickets.find('file-consent', ticket, clock.now());
  const isTheirs = found?.chatId === turn.place.chatId && personKey(found.person) === personKey(turn.author);
  const used = isTheirs ? await tickets.use('file-consent', ticket, clock.now()) : undefined;
  if (used === undefined) {
    // About an answer that comes again there is nothing to say; about one that comes too late there is. Whatever card a
    // client names, none is changed for an answer that has no ticket.
    const isLate = turn.place.chatType === 'personal' && Date.parse(until) <= clock.now().getTime();
    if (isLate) await parts.messages.send(turn.place, { text: report.over });
    return { status: 200 };
  }
  const { announcementId, name } = JSON.parse(used.secret ?? '{}') as {
    announcementId: string;
    name: string;
  };
  if (action !== 'accept') await say(turn, { text: report.declined }, parts);
  else await say(turn, await putReport(turn, { announcementId, name, uploadInfo }, parts), parts);
  return { status: 200 };
}

async function putReport(
  { author }: Turn,
  { announcementId, name, uploadInfo }: { announcementId: string; name: string; uploadInfo: UploadInfo },
  { announcements, fileTarget, texts }: TeamsParts,
): Promise<Partial<Activity>> {
  const { report } = texts.announcement;
  const announcement = await announcements.find(announcementId, { kind: 'person', person: author });
  if (announcement === undefined || announcement.forgotten) return { text: texts.forget.gone };
  const parts: Buffer[] = [];
  for await (const part of writeReport(announcementId, (...page) => announcements.receivers(...page), texts))
    parts.push(part);
  switch (await fileTarget.put(uploadInfo.uploadUrl, Buffer.concat(parts))) {
    case 'failed':
      return { text: report.failed };
    case 'not-allowed':
      return { text: report.hostNotAllowed(escapeCardText(URL.parse(uploadInfo.uploadUrl)?.host ?? '?')) };
    case 'done':
      return fileTarget.isAllowed(uploadInfo.contentUrl)
        ? { attachments: [fileInfo(name, uploadInfo)], summary: report.uploaded }
        : { text: report.uploaded };
  }
}

/** In place of the question where the client says which message that is, else below it. */
async function say(turn: Turn, message: Partial<Activity>, { messages }: TeamsParts): Promise<void> {
  if (turn.replyToId !== undefined) {
    try {
      await messages.update(turn.place, turn.replyToId, message);
      return;
    } catch (error) {
      if (!(error instanceof ChannelError) || error.kind === 'unconfirmed') throw error;
    }
  }
  await messages.send(turn.place, message);
}

interface Consent {
  action: string;
  ticket: string;
  until: string;
  uploadInfo: UploadInfo;
}

/** Anything may come. */
function readConsent(value: unknown): Consent {
  const { action, context, uploadInfo } = recordOf(value);
  const { contentUrl, uploadUrl, uniqueId } = recordOf(uploadInfo);
  return {
    action: textOf(action),
    ticket: textOf(recordOf(context)['ticket']),
    until: textOf(recordOf(context)['until']),
    uploadInfo: { contentUrl: textOf(contentUrl), uploadUrl: textOf(uploadUrl), uniqueId: textOf(uniqueId) },
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
