import { asksForConversation } from './asks-for-conversation.ts';
import { CodedError } from './errors/coded-error.ts';
import { limits } from './limits.ts';
import type { PostFile } from './post-file.ts';
import type { Problem } from './problem.ts';
import type { Recipient, RequestKind } from './request.ts';

/** What somebody wants posted, before anything was looked up. */
export interface Content {
  readonly kind: RequestKind;
  readonly typedGroup: string;
  readonly typedConversation?: string;
  /** For a reply: the thread that is answered, by its id in Graph. */
  readonly threadId?: string;
  readonly topic: string;
  /** As it was typed. */
  readonly body: string;
  /** What is posted of it, where that is more than the text itself. */
  readonly html?: string;
  readonly files?: readonly PostFile[];
  readonly people: readonly Recipient[];
  /** Names and object ids, whose addresses are found when it is posted. */
  readonly typedPeople?: readonly string[];
  /** When it is to be posted, if not at once. */
  readonly postAt?: Date;
  /** The group's members are told in Teams as well, once it is posted. */
  readonly tellMembers?: true;
  /** Pieces of the people's list that are no mail addresses. */
  readonly notAddresses: readonly string[];
}

/** Everything that is wrong with it and can be seen without asking Microsoft 365; empty when it can be stored. */
export function checkContent(content: Content): Problem[] {
  return [
    ...checkTarget(content),
    // A reply has the topic of what it answers.
    ...(content.kind === 'reply' ? [] : checkTopic(content.topic)),
    ...checkBody(content),
    ...checkPeople(content),
  ];
}

function checkTarget(content: Content): Problem[] {
  const { typedGroup, typedConversation } = content;
  if (typedGroup.trim() === '') return [{ field: 'group', error: new CodedError('GROUP_MISSING') }];
  if (asksForConversation(content) && !typedConversation?.trim())
    return [{ field: 'conversation', error: new CodedError('CONVERSATION_MISSING') }];
  return [];
}

function checkTopic(topic: string): Problem[] {
  if (topic.trim() === '') return [{ field: 'topic', error: new CodedError('TOPIC_EMPTY') }];
  if (topic.length > limits.topic)
    return [{ field: 'topic', error: new CodedError('TOPIC_TOO_LONG', sizes(topic.length, limits.topic)) }];
  return [];
}

function checkBody({ body, html = '' }: Content): Problem[] {
  if (body.trim() === '') return [{ field: 'body', error: new CodedError('BODY_EMPTY') }];
  if (body.length > limits.body)
    return [{ field: 'body', error: new CodedError('BODY_TOO_LONG', sizes(body.length, limits.body)) }];
  if (html.length > limits.html)
    return [{ field: 'body', error: new CodedError('BODY_TOO_LONG', sizes(html.length, limits.html)) }];
  return [];
}

function checkPeople({ people, typedPeople = [], notAddresses }: Content): Problem[] {
  const count = people.length + typedPeople.length;
  const [first] = notAddresses;
  if (first !== undefined)
    return [{ field: 'people', error: new CodedError('ADDRESS_INVALID', { address: first }) }];
  if (count > limits.people)
    return [
      {
        field: 'people',
        error: new CodedError('TOO_MANY_PEOPLE', {
          count: String(count),
          limit: String(limits.people),
        }),
      },
    ];
  return [];
}

function sizes(length: number, limit: number): Record<string, string> {
  return { length: String(length), limit: String(limit) };
}
