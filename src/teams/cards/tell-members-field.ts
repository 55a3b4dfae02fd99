import type { Draft } from '../../conversations/ports/forms.ts';
import type { Texts } from '../texts/texts.ts';
import type { FormInput } from './form-fields.ts';

/** Whether the group's members are told in Teams: a choice for new conversations only. */
export function tellMembersField(
  { kind, tellMembers }: Pick<Draft, 'kind' | 'tellMembers'>,
  texts: Pick<Texts['announcement'], 'tellMembers' | 'tellMembersLabel'>,
): FormInput[] {
  if (kind !== 'conversation') return [];
  return [
    {
      field: undefined,
      element: {
        type: 'Input.Toggle',
        id: 'tellMembers',
        label: texts.tellMembersLabel,
        title: texts.tellMembers,
        value: tellMembers ? 'true' : 'false',
        wrap: true,
      },
    },
  ];
}
