import { CodedError } from './errors/coded-error.ts';
import type { ConversationSummary, Directory, GroupSummary } from './ports/directory.ts';
import type { ListItem } from './ports/lists.ts';

/** The newest conversations of one group that are listed. */
const ofOneGroup = 25;
/** So many groups of a person are looked into, so many at once, and so many conversations of each are taken. */
const groupsRead = 20;
const atOnce = 5;
const ofEach = 5;

/** Conversations, newest first, and how far they are all there are. */
export interface RecentList {
  readonly items: readonly ListItem[];
  /** Groups of the person that were looked into, of how many, and those of them that could not be read. */
  readonly read: number;
  readonly all: number;
  readonly unreadable: number;
}

/** Conversations of one group, newest first. @throws what the directory throws */
export async function listRecentIn(
  directory: Directory,
  token: string,
  group: GroupSummary,
): Promise<RecentList> {
  const found = await directory.conversations(token, group.id, ofOneGroup);
  return { items: found.map((each) => listItem(group, each)), read: 1, all: 1, unreadable: 0 };
}

/**
 * Conversations of a person's groups, newest first: of the first 20 groups by name. A group that cannot be read is
 * counted; if none can, what the first one threw is thrown.
 */
export async function listRecent(directory: Directory, token: string): Promise<RecentList> {
  const own = await directory.ownGroups(token, { limit: Number.MAX_SAFE_INTEGER });
  const groups = own.slice(0, groupsRead);
  const items: ListItem[] = [];
  const errors: unknown[] = [];
  for (let at = 0; at < groups.length; at += atOnce) {
    const read = await Promise.allSettled(
      groups.slice(at, at + atOnce).map(async (group) => {
        const found = await directory.conversations(token, group.id, ofEach);
        return found.map((each) => listItem(group, each));
      }),
    );
    for (const each of read) {
      if (each.status === 'fulfilled') items.push(...each.value);
      else errors.push(each.reason);
    }
  }
  const [first] = errors;
  const ended = errors.find((error) => error instanceof CodedError && error.code === 'SIGN_IN_EXPIRED');
  if (ended !== undefined) throw ended;
  if (first !== undefined && errors.length === groups.length) throw first;
  return {
    items: items.toSorted((one, other) => delivered(other) - delivered(one)).slice(0, ofOneGroup),
    ...{ read: groups.length, all: own.length, unreadable: errors.length },
  };
}

function listItem({ id, name, mail }: GroupSummary, conversation: ConversationSummary): ListItem {
  return { group: { id, name, ...(mail !== undefined && { mail }) }, conversation };
}

function delivered({ conversation }: ListItem): number {
  return conversation?.lastDelivered?.getTime() ?? 0;
}
