import type { Draft } from '../../conversations/ports/forms.ts';
import type { SaidMessage } from '../bodies/said-message.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** A form with what came in a message: its text as a form can show it, its files, and a line about what is lost. */
export async function wishOfMessage(
  turn: Turn,
  { draft, notice }: { draft: Draft; notice?: string },
  { typed, lost, body, files }: ReturnType<SaidMessage['read']>,
  parts: TeamsParts,
): Promise<{ draft: Draft; notice?: string }> {
  const taken = await parts.conversations.takeFiles(turn.author, files, body.content);
  // A notice may end with an example, after which nothing can follow.
  const lines = [lost ? parts.texts.form.lookLost : undefined, notice].filter((line) => line !== undefined);
  return {
    draft: {
      ...draft,
      body: typed,
      ...(body.contentType === 'text' && { plainBody: body.content }),
      ...(taken.length > 0 && { files: taken }),
    },
    ...(lines.length > 0 && { notice: lines.join(' ') }),
  };
}
