import type { z } from 'zod';
import type { Content } from '../../conversations/check-content.ts';
import { checkInput } from './check-input.ts';
import { richContent, type RichText } from './rich-content.ts';
import type { postingFields } from './shapes/posting-fields.ts';
import type { PostingCall } from './start-posting.ts';

type Common = z.output<z.ZodObject<Omit<typeof postingFields, 'topic' | 'watch'>>> & { watch?: boolean };
/** What a route's own fields say about where it is posted. */
type Target = Pick<Content, 'kind' | 'topic' | 'typedConversation' | 'threadId'>;

/** A route that posts. Its one schema both checks the bodies and describes them in OpenAPI. */
export interface PostingRoute {
  /** Under `/api/v1/`. */
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  /** A body that the route takes. */
  readonly example: object;
  /** @throws ApiRefusal API_INPUT_REFUSED */
  read(body: unknown, rich: RichText): Pick<PostingCall, 'content' | 'receipt' | 'watch' | 'warnIfSimilar'>;
}

export function postingRoute<Input extends Common>(route: {
  path: string;
  summary: string;
  schema: z.ZodType<Input>;
  example: object;
  target: (input: Input) => Target;
}): PostingRoute {
  const { path, summary, schema, example, target } = route;
  return {
    ...{ path, summary, schema, example },
    read(body, rich) {
      const input = checkInput(schema, body);
      const { receipt, watch = false, warnIfSimilar } = input;
      const content: Content = {
        ...target(input),
        typedGroup: input.group,
        ...richContent(input.body, rich),
        people: input.people.map((address) => ({ address })),
        notAddresses: [],
      };
      return { content, receipt, watch, warnIfSimilar };
    },
  };
}
