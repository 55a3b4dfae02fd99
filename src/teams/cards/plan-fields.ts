import type { Draft } from '../../conversations/ports/forms.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardElement } from './adaptive-card.ts';
import type { PlanField } from './form-problem.ts';

/**
 * The inputs for when it is to be posted: date and time of the person's clock, and the time zone where it had to be typed.
 *
 * @param options.asksZone the zone is not known
 */
export function planFields(
  draft: Pick<Draft, PlanField>,
  texts: Texts['form'],
  { asksZone }: { asksZone: boolean },
): { field: PlanField; element: CardElement }[] {
  const { postDate, postTime, postZone } = draft;
  const fields: { field: PlanField; element: CardElement }[] = [
    {
      field: 'postDate',
      element: {
        type: 'Input.Date',
        id: 'postDate',
        label: texts.postDate,
        ...(/^\d{4}-\d{2}-\d{2}$/.test(postDate ?? '') && { value: postDate ?? '' }),
      },
    },
    {
      field: 'postTime',
      element: {
        type: 'Input.Time',
        id: 'postTime',
        label: texts.postTime,
        // The input knows hours and minutes only.
        ...(/^\d{2}:\d{2}/.test(postTime ?? '') && { value: (postTime ?? '').slice(0, 5) }),
      },
    },
  ];
  if (!asksZone && postZone === undefined) return fields;
  const zone: CardElement = {
    type: 'Input.Text',
    id: 'postZone',
    label: texts.postZone,
    placeholder: 'Europe/Berlin',
    maxLength: 60,
    ...(postZone !== undefined && { value: postZone }),
  };
  return [...fields, { field: 'postZone', element: zone }];
}
