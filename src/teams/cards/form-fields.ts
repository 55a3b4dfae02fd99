import { asksForConversation } from '../../conversations/asks-for-conversation.ts';
import { isConversationId } from '../../conversations/is-conversation-id.ts';
import { isObjectId } from '../../conversations/is-object-id.ts';
import { limits } from '../../conversations/limits.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import { splitPeople } from '../forms/split-people.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardElement, Choice, InputChoiceSet, InputText } from './adaptive-card.ts';
import { escapeCardText } from './escape-card-text.ts';
import type { FormField } from './form-problem.ts';
import { peoplePicker } from './people-picker.ts';
import { planFields } from './plan-fields.ts';
import { tellMembersField } from './tell-members-field.ts';

export interface FormFieldsOptions {
  readonly draft: Draft;
  readonly groups: readonly Choice[];
  readonly conversations: readonly Choice[];
  /** The group is typed, because none can be offered. */
  readonly typesGroup?: 'name' | 'id' | undefined;
  /** Candidates for unclear names. */
  readonly people: readonly Choice[];
  readonly texts: Texts['form'];
  readonly announcement: Texts['announcement'];
  /** Fields whose text does not fit into the card. */
  readonly kept: ReadonlySet<FormField>;
  /** The person's time zone is not known, and is needed. */
  readonly asksZone?: boolean;
}

/** An input and the field whose problems stand under it; the people picker's stand under the text next to it. */
export interface FormInput {
  readonly field: FormField | undefined;
  readonly element: CardElement;
}

/**
 * The inputs, in the order in which they stand. Nothing that was typed is cut: a topic above the limit goes without
 * `maxLength`, a group that is none of the choices becomes one, and a kept field may stay empty.
 */
export function formFields(options: FormFieldsOptions): FormInput[] {
  const { draft } = options;
  const needsConversation = asksForConversation(draft);
  // What a reply answers may be settled; Graph gives it the topic of its thread.
  const left = new Set<FormField>(draft.kind === 'reply' ? ['topic'] : []);
  if (!needsConversation) left.add('conversation');
  if (draft.kind === 'reply' && !needsConversation) left.add('group');
  return allFields(options).filter(({ field }) => field === undefined || !left.has(field));
}

function allFields(options: FormFieldsOptions): FormInput[] {
  const { draft, texts, kept, asksZone = false } = options;
  const valueOf = (field: FormField) => (kept.has(field) ? undefined : draft[field]) || undefined;
  const required = (field: FormField, errorMessage: string) =>
    kept.has(field) ? {} : { isRequired: true, errorMessage };
  const topic = valueOf('topic');
  const isReply = draft.kind === 'reply';
  return [
    {
      field: 'group' as const,
      element: { ...groupInput(options, valueOf('group')), ...required('group', texts.groupMissing) },
    },
    { field: 'conversation', element: conversationInput(options, valueOf('conversation')) },
    {
      field: 'topic',
      element: {
        type: 'Input.Text',
        id: 'topic',
        label: texts.topic,
        placeholder: texts.topicPlaceholder,
        ...(topic !== undefined && { value: topic }),
        // A client would cut a longer value without a word.
        ...((topic?.length ?? 0) <= limits.topic && { maxLength: limits.topic }),
        ...required('topic', texts.topicMissing),
      },
    },
    {
      field: 'body',
      element: {
        type: 'Input.Text',
        id: 'body',
        label: texts.body,
        placeholder: isReply ? texts.replyPlaceholder : texts.bodyPlaceholder,
        isMultiline: true,
        ...withValue(valueOf('body')),
        ...required('body', isReply ? texts.replyMissing : texts.bodyMissing),
      },
    },
    {
      field: undefined,
      element: peoplePicker({ label: texts.peoplePicker, people: draft.people, candidates: options.people }),
    },
    {
      field: 'people',
      element: {
        type: 'Input.Text',
        id: 'people',
        label: texts.people,
        placeholder: texts.peoplePlaceholder,
        ...withValue(kept.has('people') ? undefined : splitPeople(draft.people).text || undefined),
      },
    },
    ...planFields(draft, texts, { asksZone }),
    ...tellMembersField(draft, options.announcement),
  ];
}

/**
 * A choice with typeahead; a text where nobody is signed in who could be offered groups, or where they may not be listed:
 * an empty choice has no answer.
 */
function groupInput(
  { draft, groups, texts, typesGroup }: FormFieldsOptions,
  value: string | undefined,
): InputChoiceSet | InputText {
  if (typesGroup !== undefined) {
    const input = { type: 'Input.Text', id: 'groupId', label: texts.group } as const;
    const placeholder = typesGroup === 'id' ? texts.groupIdPlaceholder : texts.groupTypedPlaceholder;
    return { ...input, placeholder, ...withValue(value) };
  }
  return {
    ...choiceSet('groupId', texts.group, groups, value, texts.chosenGroup),
    // Conversations of another group are no choice any more; clients that do not know this ignore it.
    ...(asksForConversation(draft) && {
      valueChangedAction: { type: 'Action.ResetInputs' as const, targetInputIds: ['conversationId'] },
    }),
    'choices.data': { type: 'Data.Query' as const, dataset: 'groups' },
    placeholder: texts.groupPlaceholder,
  };
}

/** Conversations of the group that is chosen at that moment: Teams sends the other inputs along with what is typed. */
function conversationInput(
  { conversations, texts }: FormFieldsOptions,
  value: string | undefined,
): InputChoiceSet {
  return {
    ...choiceSet('conversationId', texts.conversation, conversations, value, texts.chosenConversation),
    'choices.data': { type: 'Data.Query', dataset: 'conversations', associatedInputs: 'auto' },
    placeholder: texts.conversationPlaceholder,
  };
}

function withValue(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}

function choiceSet(
  id: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  /** What stands for an id that nobody can read. */
  unnamed: string,
): InputChoiceSet {
  const value = chosen === undefined ? undefined : (valueNamed(choices, chosen) ?? chosen);
  const isTyped = value !== undefined && choices.every((choice) => choice.value !== value);
  const title = value !== undefined && isId(value) ? unnamed : value;
  const all = isTyped ? [{ title: title ?? '', value }, ...choices] : choices;
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'filtered',
    choices: all.map(({ title, value }) => ({ title: escapeCardText(title), value })),
    ...withValue(value),
  };
}

function isId(value: string): boolean {
  return isObjectId(value) || isConversationId(value);
}

/** The value of the only choice that is called so; what was typed may be a value already. */
function valueNamed(choices: readonly Choice[], name: string): string | undefined {
  if (choices.some(({ value }) => value === name)) return name;
  const named = choices.filter(({ title }) => title.toLowerCase() === name.toLowerCase());
  return named.length === 1 ? named[0]?.value : undefined;
}
