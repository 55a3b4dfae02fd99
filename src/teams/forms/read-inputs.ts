import { asksForConversation } from '../../conversations/asks-for-conversation.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { RequestKind } from '../../conversations/request.ts';
import type { FormField, PlanField } from '../cards/form-problem.ts';
import { joinPeople, splitPeople } from './split-people.ts';

const planFields = ['postDate', 'postTime', 'postZone'] as const satisfies PlanField[];

/**
 * What came back from a form card, over what was in it: a field that is missing keeps what it held, and so does one that
 * was too long for the card (`keeps`) and came back empty; anything but text is taken as empty. Card data is never
 * authority: only the fields that a person can type are read, and the thread of a reply is the one that the form was made for.
 */
export function readInputs(data: Readonly<Record<string, unknown>>, shown: Draft | undefined): Draft {
  const kind: RequestKind = shown?.kind ?? (data['conversationId'] === undefined ? 'conversation' : 'thread');
  const kept = new Set(typeof data['keeps'] === 'string' ? data['keeps'].split(',') : []);
  const field = (name: FormField, input: string = name): string => {
    const value = data[input];
    if (value === undefined || (value === '' && kept.has(name))) return shown?.[name] ?? '';
    return typeof value === 'string' ? value : '';
  };
  return {
    kind,
    group: field('group', 'groupId'),
    ...(shown?.threadId !== undefined && { threadId: shown.threadId }),
    ...(asksForConversation({ kind, ...shown }) && { conversation: field('conversation', 'conversationId') }),
    topic: kind === 'reply' ? (shown?.topic ?? '') : field('topic'),
    body: field('body'),
    people: readPeople(data, shown, kept),
    ...readPlan(data, shown),
    ...(kind === 'conversation' && readToggle(data, shown)),
    ...keptFromMessage(shown),
  };
}

/** Clients send `true` or `false` as texts; a few as what they are. */
function readToggle(
  { tellMembers }: Readonly<Record<string, unknown>>,
  shown: Draft | undefined,
): Pick<Draft, 'tellMembers'> {
  const isOn =
    tellMembers === undefined ? shown?.tellMembers === true : tellMembers === 'true' || tellMembers === true;
  return isOn ? { tellMembers: true } : {};
}

/** When it is to be posted; and what it takes the place of, in which a client has no say. */
function readPlan(
  data: Readonly<Record<string, unknown>>,
  shown: Draft | undefined,
): Pick<Draft, PlanField | 'replaces'> {
  const typed = planFields.flatMap((name): [PlanField, string][] => {
    const value = data[name] ?? shown?.[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  return {
    ...Object.fromEntries(typed),
    ...(shown?.replaces !== undefined && { replaces: shown.replaces }),
  };
}

/** What came with the message that opened the form, or that it stands in; a client has no say in it. */
function keptFromMessage(shown: Draft | undefined): Pick<Draft, 'files' | 'plainBody' | 'notice'> {
  const { files, plainBody, notice } = shown ?? {};
  return {
    ...(files !== undefined && { files }),
    ...(plainBody !== undefined && { plainBody }),
    ...(notice !== undefined && { notice }),
  };
}

/** Text and people picker; of a picker that nobody chose in, clients send nothing. A press without inputs changes nothing. */
function readPeople(
  data: Readonly<Record<string, unknown>>,
  shown: Draft | undefined,
  kept: ReadonlySet<string>,
): string {
  const { people, peopleIds } = data;
  const held = shown?.people ?? '';
  if (people === undefined && peopleIds === undefined && data['body'] === undefined) return held;
  const before = splitPeople(held);
  const keepsText = people === undefined || (people === '' && kept.has('people'));
  const text = keepsText ? before.text : typeof people === 'string' ? people : '';
  return joinPeople(text, typeof peopleIds === 'string' ? peopleIds : '');
}
