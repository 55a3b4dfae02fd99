import type { InvokeResponse } from 'botbuilder';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { conversationResult, partlyResult } from './conversation-result.ts';
import { extensionAnswer, extensionMessage } from './extension-answer.ts';
import { askInExtension } from './extension-sign-in.ts';

/** A result list that Teams shows without scrolling on. */
const shown = 15;
/** Milliseconds for the search: within a turn, with some left for a sign-in before it. */
const searchDeadline = 2_000;

/**
 * Conversations of the person's groups, as cards to be inserted into what they are writing. A token that Graph does not take
 * is renewed once; where that needs the person, the search asks for a sign-in.
 */
export async function searchConversations(
  turn: Turn,
  { token, text }: { token: string; text: string },
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const searchWith = async (
    usable: string,
    onExpired: (error: CodedError) => Promise<InvokeResponse>,
  ): Promise<InvokeResponse> => {
    try {
      return await searchOnce(turn, { token: usable, text }, parts);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return error.code === 'SIGN_IN_EXPIRED' ? onExpired(error) : couldNotSearch(error, parts);
    }
  };
  return searchWith(token, async ({ details: { claims } }) => {
    const options = { renew: true, ...(claims !== undefined && { claims }) };
    const renewed = await parts.tokens.graphToken(turn.author, options);
    if (renewed.kind === 'sign-in') return askInExtension(turn, 'silentAuth', parts);
    if (renewed.kind === 'wait') return couldNotSearch(renewed.error, parts);
    return searchWith(renewed.token, () => askInExtension(turn, 'auth', parts));
  });
}

async function searchOnce(
  turn: Turn,
  { token, text }: { token: string; text: string },
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { texts } = parts;
  const options = { text, limit: shown, deadlineMs: searchDeadline };
  const { found, groups, searched } = await parts.conversationSearch.search(token, options);
  const partly = searched < groups ? [partlyResult({ searched, groups, texts })] : [];
  if (found.length === 0 && partly.length === 0) return extensionMessage(texts.extension.nothingFound);
  const look = { place: turn.place, outlook: parts.outlook, texts };
  const attachments = [...found.map((each) => conversationResult(each, look)), ...partly];
  return extensionAnswer({ type: 'result', attachmentLayout: 'list', attachments });
}

function couldNotSearch(error: CodedError, { texts, log }: TeamsParts): InvokeResponse {
  log.warn({ code: error.code, error }, 'conversations could not be searched');
  return extensionMessage(`${texts.error(error).says} ${texts.extension.searchAgain}`);
}

/** What was typed into the search; empty when it has just been opened (`initialRun`). */
export function searchedText(value: unknown): string {
  const { parameters } = (value ?? {}) as { parameters?: unknown };
  if (!Array.isArray(parameters)) return '';
  const texts = parameters.flatMap((each: unknown) => {
    const { name, value: typed } = (each ?? {}) as { name?: unknown; value?: unknown };
    return name !== 'initialRun' && typeof typed === 'string' ? [typed.trim()] : [];
  });
  return texts.join(' ').trim();
}
