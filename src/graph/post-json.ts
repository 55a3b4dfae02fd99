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
  /** The request's id. */
  marker?: string;
}

/** A post in Graph's JSON, without its marker. Graph takes `name` as a wish: Exchange resolves known addresses itself. */
export function postJson({ body, people = [] }: PostContent): object {
  return {
    body: { contentType: body.contentType, content: body.content },
    ...(people.length > 0 && {
      newParticipants: people.map(({ address, name }) => ({
        emailAddress: { ...(name !== undefined && { name }), address },
      })),
    }),
  };
}
