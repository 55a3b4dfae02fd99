import type { Content } from './check-content.ts';
import type { ConversationRequest } from './request.ts';

/** What a request wants posted, as content that would make it again; targets that were found go by their ids. */
export function contentOfRequest({
  kind,
  target,
  topic,
  body,
  typed,
  files,
  people,
  typedPeople,
  tellMembers,
  postAt,
  updatedAt,
}: ConversationRequest): Content {
  const conversation = target.conversation?.id ?? target.typedConversation;
  return {
    kind,
    typedGroup: target.group?.id ?? target.typedGroup,
    ...(conversation !== undefined && { typedConversation: conversation }),
    ...(target.thread !== undefined && { threadId: target.thread.id }),
    topic,
    body: typed ?? body.content,
    ...(body.contentType === 'html' && { html: body.content }),
    ...(files !== undefined && { files }),
    people,
    ...(typedPeople !== undefined && { typedPeople }),
    ...(tellMembers && { tellMembers }),
    ...stillPlanned({ postAt, updatedAt }),
    notAddresses: [],
  };
}

/** The planned time, for as long as it has not come. */
function stillPlanned({
  postAt,
  updatedAt,
}: {
  postAt: Date | undefined;
  updatedAt: Date;
}): Pick<Content, 'postAt'> {
  return postAt !== undefined && postAt > updatedAt ? { postAt } : {};
}
