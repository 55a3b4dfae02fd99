import type { ListedGroup } from '../../conversations/ports/lists.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import { typedPlanDraft } from '../../conversations/schedule/plan-draft.ts';
import type { CommandProblem, PostingCommand } from '../commands/command.ts';
import { listedItem } from '../lists/listed-item.ts';
import { problemSays } from './problem-says.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** What a command that posts means in its chat. */
export interface CommandDraft {
  readonly draft: Draft;
  /** It can be posted as it is. */
  readonly complete: boolean;
  /** Why it cannot, as far as there is something to say. */
  readonly notice?: string;
}

/** Fills in what a typed command leaves to its chat: what numbers stand for, and the group that the chat uses. */
export async function draftOfCommand(
  turn: Turn,
  command: PostingCommand,
  parts: TeamsParts,
): Promise<CommandDraft> {
  const draft = { ...typedDraft(command), ...planDraft(turn, command, parts) };
  const number = command.kind === 'reply' ? (command.number ?? command.groupNumber) : command.groupNumber;
  if (number !== undefined) return fromList(turn, { command, draft, number }, parts);
  const { complete, group, problem } = command;
  const used = group === undefined ? await parts.defaultGroups.find(chatOf(turn)) : undefined;
  if (used !== undefined) return inUsedGroup(command, { draft, used }, parts);
  return { draft, complete, ...(problem !== undefined && { notice: problemSays(problem, parts.texts) }) };
}

/** The command names no group, in a chat that uses one. */
function inUsedGroup(
  { kind, completeButGroup = false, problem }: PostingCommand,
  { draft, used }: { draft: Draft; used: ListedGroup },
  { texts }: TeamsParts,
): CommandDraft {
  const inGroup = { ...draft, group: groupName(used) };
  if (completeButGroup || problem === undefined) return { draft: inGroup, complete: completeButGroup };
  if (meansAnotherGroup(problem)) return { draft, complete: false, notice: problemSays(problem, texts) };
  if (problem.code !== 'group-missing')
    return { draft: inGroup, complete: false, notice: problemSays(problem, texts) };
  // The group is there after all: what else is missing stands at the same place.
  const left = { ...problem, code: 'conversation-missing' } as const;
  return { draft: inGroup, complete: false, ...(kind === 'thread' && { notice: problemSays(left, texts) }) };
}

/** A group was meant to be named, so that the one of the chat is not the one. */
function meansAnotherGroup({ code, details }: CommandProblem): boolean {
  return (
    code === 'words-unclear' || (code === 'nothing-follows' && /^(?:in|[#＃])$/i.test(details['word'] ?? ''))
  );
}

async function fromList(
  turn: Turn,
  { command, draft, number }: { command: PostingCommand; draft: Draft; number: number },
  parts: TeamsParts,
): Promise<CommandDraft> {
  const { kind, complete, problem } = command;
  const listed = await listedItem(turn, number, parts);
  if (listed.item === undefined) return { draft, complete: false, notice: listed.says };
  const { group, conversation } = listed.item;
  const inGroup = { ...draft, group: groupName(group) };
  const notice = problem === undefined ? {} : { notice: problemSays(problem, parts.texts) };
  if (kind === 'start') return { draft: inGroup, complete, ...notice };
  const namesConversation = kind === 'thread' ? command.conversation : command.topic;
  if (namesConversation !== undefined) return { draft: inGroup, complete, ...notice };
  if (conversation === undefined) {
    return { draft: inGroup, complete: false, notice: parts.texts.list.isGroup(`#${number}`) };
  }
  const { id, topic } = conversation;
  const inConversation = { ...inGroup, conversation: id, ...(kind === 'reply' && { topic }) };
  return { draft: inConversation, complete, ...notice };
}

function planDraft(
  { place: { timeZone } }: Turn,
  { plan }: PostingCommand,
  { clock }: TeamsParts,
): Partial<Draft> {
  return plan === undefined ? {} : typedPlanDraft(plan, { timeZone, now: clock.now() });
}

function typedDraft(command: PostingCommand): Draft {
  const { kind, topic = '', group = '', body, people } = command;
  const common = { group, topic, body, people };
  if (kind === 'start') return { kind: 'conversation', ...common };
  if (kind === 'reply') return { kind, ...common, conversation: topic };
  return { kind, ...common, conversation: command.conversation ?? '' };
}

/** What names the group to people and to Microsoft 365 alike. */
function groupName({ id, mail }: ListedGroup): string {
  return mail ?? id;
}

function chatOf({ author, chatId }: Turn): { tenantId: string; chatId: string } {
  return { tenantId: author.tenantId, chatId };
}
