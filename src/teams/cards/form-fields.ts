import { asksForConversation } from '../../conversations/asks-for-conversation.ts';
import { limits } from '../../conversations/limits.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardElement, Choice, InputChoiceSet, InputText } from './adaptive-card.ts';
import { escapeCardText } from './escape-card-text.ts';
import type { FormField } from './form-problem.ts';
import { planFields } from './plan-fields.ts';

export interface FormFieldsOptions {
  readonly draft: Draft;
  readonly groups: readonly Choice[];
  readonly conversations: readonly Choice[];
  readonly texts: Texts['form'];
  /** Fields whose text does not fit into the card. */
  readonly kept: ReadonlySet<FormField>;
  /** The person's time zone is not known, and is needed. */
  readonly asksZone?: boolean;
}

/**
 * The inputs, in the order in which they stand. Nothing that was typed is cut: a topic above the limit goes without
 * `maxLength`, a group that is none of the choices becomes one, and a kept field may stay empty.
 */
export function formFields(options: FormFieldsOptions): { field: FormField; element: CardElement }[] {
  const { draft } = options;
  const needsConversation = asksForConversation(draft);
  // What a reply answers may be settled; Graph gives it the topic of its thread.
  const left = new Set<FormField>(draft.kind === 'reply' ? ['topic'] : []);
  if (!needsConversation) left.add('conversation');
  if (draft.kind === 'reply' && !needsConversation) left.add('group');
  return allFields(options).filter(({ field }) => !left.has(field));
}

function allFields(options: FormFieldsOptions): { field: FormField; element: CardElement }[] {
  const { draft, groups, texts, kept, asksZone = false } = options;
  const valueOf = (field: FormField) => (kept.has(field) ? undefined : draft[field]) || undefined;
  const required = (field: FormField, errorMessage: string) =>
    kept.has(field) ? {} : { isRequired: true, errorMessage };
  const topic = valueOf('topic');
  return [
    {
      field: 'group' as const,
      element: {
        ...choiceSet('groupId', texts.group, groups, valueOf('group')),
        'choices.data': { type: 'Data.Query' as const, dataset: 'groups' },
        placeholder: texts.groupPlaceholder,
        ...required('group', texts.groupMissing),
      },
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
        placeholder: texts.bodyPlaceholder,
        isMultiline: true,
        ...withValue(valueOf('body')),
        ...required('body', texts.bodyMissing),
      },
    },
    {
      field: 'people',
      element: {
        type: 'Input.Text',
        id: 'people',
        label: texts.people,
        placeholder: texts.peoplePlaceholder,
        ...withValue(valueOf('people')),
      },
    },
    ...planFields(draft, texts, { asksZone }),
  ];
}

/** A choice when the conversations are known, otherwise a text: an empty choice could not be answered. */
function conversationInput(
  { conversations, texts }: FormFieldsOptions,
  value: string | undefined,
): InputChoiceSet | InputText {
  const label = texts.conversation;
  if (conversations.length > 0) {
    const input = choiceSet('conversationId', label, conversations, value);
    return { ...input, placeholder: texts.conversationPlaceholder };
  }
  return {
    type: 'Input.Text',
    id: 'conversationId',
    label,
    placeholder: texts.conversationTopicPlaceholder,
    ...withValue(value),
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
): InputChoiceSet {
  const value = chosen === undefined ? undefined : (valueNamed(choices, chosen) ?? chosen);
  const isTyped = value !== undefined && choices.every((choice) => choice.value !== value);
  const all = isTyped ? [{ title: value, value }, ...choices] : choices;
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'filtered',
    choices: all.map(({ title, value }) => ({ title: escapeCardText(title), value })),
    ...withValue(value),
  };
}

/** The value of the only choice that is called so; what was typed may be a value already. */
function valueNamed(choices: readonly Choice[], name: string): string | undefined {
  if (choices.some(({ value }) => value === name)) return name;
  const named = choices.filter(({ title }) => title.toLowerCase() === name.toLowerCase());
  return named.length === 1 ? named[0]?.value : undefined;
}
