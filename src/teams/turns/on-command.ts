import { checkContent } from '../../conversations/check-content.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { cardMessage } from '../cards/card-message.ts';
import { helpCard } from '../cards/help-card.ts';
import type { Command, StartCommand, ThreadCommand } from '../commands/command.ts';
import { contentOf } from '../forms/content-of.ts';
import { emptyDraft, openForm } from '../forms/open-form.ts';
import { pendingCard } from '../cards/pending-card.ts';
import { similarCard } from '../cards/similar-card.ts';
import { unknownLine } from '../cards/unknown-line.ts';
import { onForget } from './on-forget.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import { showAccount } from './show-account.ts';
import { signOut } from './sign-out.ts';
import { notUnderstood } from './not-understood.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** Does what a typed command says. */
export async function onCommand(turn: Turn, command: Command, parts: TeamsParts): Promise<void> {
  const { texts, messages } = parts;
  const personal = turn.place.chatType === 'personal';
  switch (command.kind) {
    case 'start':
    case 'thread':
      return onPosting(turn, command, parts);
    case 'help':
      await messages.send(
        turn.place,
        cardMessage(helpCard({ texts, ...(command.about !== undefined && { about: command.about }) })),
      );
      return;
    case 'pending':
      return showPending(turn, parts);
    case 'forget-me':
      return onForget(turn, parts);
    case 'sign-in':
      if (!(await askToSignIn({ person: turn.author, place: turn.place }, parts)))
        await messages.send(turn.place, { text: texts.signIn.openPersonalChat });
      return;
    case 'sign-out':
      return signOut(turn, parts);
    case 'whoami':
      return showAccount(turn, parts);
    case 'unknown':
      if (personal)
        return openForm(
          turn,
          { draft: { ...emptyDraft, body: command.text }, notice: notUnderstood(command, texts) },
          parts,
        );
      await messages.send(turn.place, { text: unknownLine({ ...command, personal, texts }) });
      return;
    case 'empty':
      if (personal) return openForm(turn, { draft: emptyDraft }, parts);
      await messages.send(turn.place, cardMessage(helpCard({ texts })));
      return;
  }
}

/** A person's own unsettled requests; their texts are nobody else's business, so elsewhere than in private only a line. */
async function showPending(turn: Turn, parts: TeamsParts): Promise<void> {
  const { texts, messages } = parts;
  const { locale, timeZone } = turn.place;
  if (turn.place.chatType !== 'personal') {
    await messages.send(turn.place, { text: texts.pending.inPersonalChat });
    return;
  }
  const requests = await parts.conversations.pending(turn.author);
  const place = { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  await messages.send(turn.place, cardMessage(pendingCard({ requests, texts, ...place })));
}

async function onPosting(
  turn: Turn,
  command: StartCommand | ThreadCommand,
  parts: TeamsParts,
): Promise<void> {
  const draft = draftOfCommand(command);
  if (!command.complete) {
    const { problem } = command;
    const { texts } = parts;
    const notice = problem && `${texts.commandProblem(problem)} ${texts.help.example} ${problem.example}`;
    return openForm(turn, { draft, ...(notice !== undefined && { notice }) }, parts);
  }
  const content = contentOf(draft);
  const problems = checkContent(content);
  // Without an id a second delivery could not be told from the first, so the form, which has one, is pressed instead.
  if (problems.length > 0 || turn.activityId === '') return openForm(turn, { draft, problems }, parts);
  const { similar, request } = await parts.conversations.start({
    sourceKey: sourceKey.command({
      tenantId: turn.place.tenantId,
      chatId: turn.place.chatId,
      activityId: turn.activityId,
    }),
    author: turn.author,
    content,
    place: turn.place,
  });
  if (similar && request.forgotten) await parts.messages.send(turn.place, { text: parts.texts.forget.gone });
  else if (similar)
    await parts.messages.send(turn.place, cardMessage(similarCard({ request, texts: parts.texts })));
}

function draftOfCommand(command: StartCommand | ThreadCommand): Draft {
  return {
    kind: command.kind === 'thread' ? 'thread' : 'conversation',
    group: command.group ?? '',
    ...(command.kind === 'thread' && { conversation: command.conversation ?? '' }),
    topic: command.topic ?? '',
    body: command.body,
    people: command.people,
  };
}
