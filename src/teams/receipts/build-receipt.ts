import { CodedError } from '../../conversations/errors/coded-error.ts';
import { draftOf } from '../../conversations/draft-of.ts';
import type { Problem, ProblemField } from '../../conversations/problem.ts';
import type { ConversationRequest, Reason } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { outlookLink } from '../cards/outlook-link.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { newForm } from '../forms/form-message.ts';
import type { CardParts } from '../turns/teams-parts.ts';

/**
 * The card that says what became of a request. A refused one is the form again, with everything in it under a new form
 * id (the same for the same refusal, so that building it twice makes one form).
 */
export async function buildReceipt(request: ConversationRequest, parts: CardParts): Promise<AdaptiveCard> {
  if (request.state === 'refused' && request.reason !== undefined) {
    const { card } = await newForm(
      {
        author: request.author,
        chatId: request.place.chatId,
        shared: request.place.chatType !== 'personal',
        draft: draftOf(request),
        problems: [problemOf(request.reason)],
        cause: `${request.id}|${request.version}`,
      },
      parts,
    );
    return card;
  }
  const mail = request.target.group?.mail;
  return receiptCard({
    request,
    texts: parts.texts,
    ...(mail !== undefined && { outlookLink: outlookLink(parts.outlook, mail) }),
    ...(request.place.locale !== undefined && { locale: request.place.locale }),
    ...(request.place.timeZone !== undefined && { timeZone: request.place.timeZone }),
  });
}

/** Which field of the form a refusal belongs to. */
function problemOf({ code, details }: Reason): Problem {
  return { field: fieldOf(code), error: new CodedError(code, details) };
}

function fieldOf(code: Reason['code']): ProblemField {
  const aboutGroup = ['POSTING_NOT_ALLOWED', 'READING_NOT_ALLOWED', 'MAILBOX_UNAVAILABLE'];
  if (code.startsWith('GROUP_') || aboutGroup.includes(code)) return 'group';
  if (code.startsWith('CONVERSATION_')) return 'conversation';
  return 'form';
}
