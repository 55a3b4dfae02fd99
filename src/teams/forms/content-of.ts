import type { Content } from '../../conversations/check-content.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import { parseRecipients } from '../commands/parse-recipients.ts';

/** A form's or command's text as content to be checked: the list of people taken apart, all else as it is. */
export function contentOf(draft: Draft): Content {
  const { recipients, invalid } = parseRecipients(draft.people);
  return {
    kind: draft.kind,
    typedGroup: draft.group,
    ...(draft.conversation !== undefined && { typedConversation: draft.conversation }),
    ...(draft.threadId !== undefined && { threadId: draft.threadId }),
    topic: draft.topic,
    body: draft.body,
    people: recipients,
    notAddresses: invalid,
  };
}
