import { CodedError } from './errors/coded-error.ts';
import { personKey, type Person } from './person.ts';
import type { Form } from './ports/forms.ts';

/** How long a form can be sent, in milliseconds: long enough to be filled in after lunch. */
export const formLifetime = 24 * 3_600_000;

/** Why a form may not be sent by this person, in this chat, now; undefined when it may. */
export function checkForm(
  form: Form | undefined,
  by: { person: Person; chatId: string; now: Date },
): CodedError | undefined {
  if (form === undefined) return new CodedError('FORM_UNKNOWN');
  if (personKey(form.person) !== personKey(by.person)) return new CodedError('FORM_NOT_YOURS');
  if (form.chatId !== by.chatId) return new CodedError('FORM_UNKNOWN');
  if (form.expiresAt.getTime() <= by.now.getTime()) return new CodedError('FORM_EXPIRED');
  return undefined;
}
