import type { FileAttachment, Post } from '@microsoft/microsoft-graph-types';
import type { Attachment } from '../conversations/ports/mailbox.ts';
import type { Body, Recipient } from '../conversations/request.ts';

/** How one POST is sent. */
export interface PostOptions {
  token: string;
  /** Milliseconds. */
  deadlineMs: number;
}

/** What every post has, whichever call carries it. */
export interface PostContent {
  body: Body;
  people?: readonly Recipient[];
  attachments?: readonly Attachment[];
  /** The request's id. */
  marker?: string;
}

/** A post in Graph's JSON, without its marker. Graph takes `name` as a wish: Exchange resolves known addresses itself. */
export function postJson({ body, people = [], attachments = [] }: PostContent): Post {
  return {
    body: { contentType: body.contentType, content: body.content },
    ...(people.length > 0 && {
      newParticipants: people.map(({ address, name }) => ({
        emailAddress: { ...(name !== undefined && { name }), address },
      })),
    }),
    ...(attachments.length > 0 && { attachments: attachments.map(attachmentJson) }),
  };
}

/** learn.microsoft.com/graph post-post-attachments: bytes in the request itself, under 3 MB. */
function attachmentJson({
  name,
  contentType,
  bytes,
  contentId,
}: Attachment): FileAttachment & { '@odata.type': string } {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType,
    isInline: contentId !== undefined,
    ...(contentId !== undefined && { contentId }),
    contentBytes: Buffer.from(bytes).toString('base64'),
  };
}
