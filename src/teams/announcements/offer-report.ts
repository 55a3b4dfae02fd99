import type { Announcement } from '../../announcements/announcement.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { ChannelError } from '../channel/channel-error.ts';
import { personalPlace } from '../signin/personal-place.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { fileConsent } from './file-messages.ts';
import { writeReport } from './write-report.ts';

/** How long the question can be answered, in milliseconds. */
const lifetime = 24 * 3_600_000;

/**
 * *Export as CSV*: asks in the personal chat whether the report may be put into the person's OneDrive, because bots have
 * files nowhere else (Teams platform, "Send and receive files through the bot").
 */
export async function offerReport(
  turn: Turn,
  announcement: Announcement,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const { texts, tickets, ids, clock, messages, announcements } = parts;
  const { report } = texts.announcement;
  const place = await ownChat(turn, parts);
  if (place === undefined) return { kind: 'message', text: report.noOwnChat };
  const { createdAt, id } = announcement;
  const name = `${report.fileName}-${createdAt.toISOString().slice(0, 10)}.csv`;
  let size = 0;
  for await (const part of writeReport(id, (...page) => announcements.receivers(...page), texts))
    size += part.length;
  const ticket = ids.secret();
  const until = new Date(clock.now().getTime() + lifetime);
  await tickets.put({
    ...{ kind: 'file-consent', id: ticket, person: turn.author, chatId: place.chatId },
    secret: JSON.stringify({ announcementId: id, name }),
    expiresAt: until,
  });
  const question = fileConsent({ name, description: report.description, size, ticket, until });
  await messages.send(place, { attachments: [question], summary: report.asked });
  return { kind: 'message', text: place === turn.place ? report.asked : report.inOwnChat };
}

async function ownChat(turn: Turn, parts: TeamsParts): Promise<ReceiptPlace | undefined> {
  try {
    return await personalPlace(turn.author, turn.place, parts);
  } catch (error) {
    if (error instanceof ChannelError) return undefined;
    throw error;
  }
}
