import { CodedError } from '../conversations/errors/coded-error.ts';
import type { ConversationSearch, FoundConversation } from '../conversations/ports/conversation-search.ts';
import type { GroupSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { listConversations } from './list-conversations.ts';
import { listOwnGroups } from './list-own-groups.ts';

/** Graph has no search over groups' mailboxes, so each is read: at most so many, and so many at the same time. */
const mostGroups = 24;
const atOnce = 8;
/** The newest conversations of each group that are looked through: one page, one request for each mailbox. */
const perGroup = 50;

type Mailbox = GroupSummary & { mail: string };

/** Searches by reading the newest conversations of the person's groups, groups whose name fits first. */
export function createConversationSearch(connection: GraphConnection): ConversationSearch {
  return {
    async search(token, { text, limit, deadlineMs }) {
      const ends = performance.now() + deadlineMs;
      const left = (): number => ends - performance.now();
      const wanted = fold(text);
      const fits = (group: Mailbox): boolean => wanted !== '' && fold(group.name).includes(wanted);
      const own = await listOwnGroups(connection, token, { deadlineMs });
      const groups = own.filter(hasMailbox);
      const chosen = groups.toSorted((one, other) => Number(fits(other)) - Number(fits(one)));
      const reads = await inBatches(chosen.slice(0, mostGroups), async (group) => {
        if (left() <= 0) throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'no time left for a group' });
        const request = { groupId: group.id, limit: perGroup, maxPages: 1, deadlineMs: left() };
        const conversations = await listConversations(connection, token, request);
        return conversations
          .filter(({ topic }) => fits(group) || fold(topic).includes(wanted))
          .map((conversation): FoundConversation => ({ conversation, group }));
      });
      const failed = reads.find((read) => read.status === 'rejected');
      const read = reads.filter((each) => each.status === 'fulfilled');
      if (failed !== undefined && read.length === 0) throw failed.reason;
      const found = read.flatMap(({ value }) => value).toSorted((one, other) => time(other) - time(one));
      return { found: found.slice(0, limit), groups: groups.length, searched: read.length };
    },
  };
}

function hasMailbox(group: GroupSummary): group is Mailbox {
  return group.type === 'microsoft365' && group.mail !== undefined;
}

/** All of them, a few at a time: each of the few goes on with the next one that is left. */
async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
  const results: PromiseSettledResult<Result>[] = [];
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) results.push(...(await Promise.allSettled([work(item)])));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function time({ conversation }: FoundConversation): number {
  return conversation.lastDelivered?.getTime() ?? 0;
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
