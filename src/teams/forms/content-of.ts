import type { Content } from '../../conversations/check-content.ts';
import { limits } from '../../conversations/limits.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Body } from '../../conversations/request.ts';
import { isPlainAsTyped } from '../bodies/is-plain-as-typed.ts';
import { renderMarkdown } from '../bodies/render-markdown.ts';
import { parseRecipients } from '../commands/parse-recipients.ts';

/**
 * A form's or command's text as content to be checked: the list of people taken apart, Markdown rendered.
 *
 * @param posted what is posted of the text, where that is known already
 */
export function contentOf(draft: Draft, posted = bodyOf(draft)): Content {
  const { contentType, content } = posted;
  const { recipients, names, invalid } = parseRecipients(draft.people);
  return {
    kind: draft.kind,
    typedGroup: draft.group,
    ...(draft.conversation !== undefined && { typedConversation: draft.conversation }),
    ...(draft.threadId !== undefined && { threadId: draft.threadId }),
    topic: draft.topic,
    body: draft.body,
    ...(contentType === 'html' && { html: content }),
    ...(draft.files !== undefined && { files: draft.files }),
    ...(draft.tellMembers && draft.kind === 'conversation' && { tellMembers: true }),
    people: recipients,
    ...(names.length > 0 && { typedPeople: names }),
    notAddresses: invalid,
  };
}

/** What is too long is refused anyway; what came in plain and was left as it was stays plain. */
function bodyOf(draft: Draft): Body {
  const { body } = draft;
  return isPlainAsTyped(draft) || body.length > limits.body
    ? { contentType: 'text', content: body }
    : renderMarkdown(body);
}
