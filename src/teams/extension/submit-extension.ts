import { hasChat } from '../../conversations/has-chat.ts';
import type { ConversationRequest, ReceiptPlace } from '../../conversations/request.ts';
import { card } from '../cards/card.ts';
import { receiptStatus } from '../cards/receipt-status.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { DialogAnswer } from '../dialogs/dialog-answer.ts';
import { submitDialog } from '../dialogs/submit-dialog.ts';
import { personalPlace } from '../signin/personal-place.ts';
import { waitsForSignIn } from '../turns/answer-press.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { extensionChat } from './extension-commands.ts';

/**
 * `composeExtension/submitAction`: starts what the dialog holds, once for its form. The bot may be no member where the
 * dialog was opened, so the receipt goes to the person's own chat with it; where there is none, the dialog says so.
 */
export async function submitExtension(turn: Turn, value: unknown, parts: TeamsParts): Promise<DialogAnswer> {
  const { data } = (value ?? {}) as { data?: unknown };
  const typed = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const place = await receiptPlace(turn, parts);
  const end = (request: ConversationRequest) => endDialog(turn, request, parts);
  return submitDialog(turn, typed, { chatId: extensionChat, place, end }, parts);
}

/** The person's chat with the bot; without a chat id while they have none (see `hasChat`). */
async function receiptPlace(turn: Turn, parts: TeamsParts): Promise<ReceiptPlace> {
  const nowhere: ReceiptPlace = { ...turn.place, chatType: 'personal', chatId: '' };
  try {
    const { locale, timeZone } = turn.place;
    const place = await personalPlace(turn.author, nowhere, parts);
    return { ...place, ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    parts.log.info({ person: turn.author.objectId, kind: error.kind }, 'no chat for a receipt');
    return nowhere;
  }
}

async function endDialog(turn: Turn, request: ConversationRequest, parts: TeamsParts): Promise<DialogAnswer> {
  const { texts, signIn } = parts;
  const { title } = receiptStatus({ ...turn.place, request, texts });
  const reachable = hasChat(request.place);
  if (!waitsForSignIn(request) && reachable)
    return { kind: 'message', text: texts.dialog.inPersonalChat(title) };
  const lines = [
    ...(waitsForSignIn(request) ? [texts.dialog.signInHere] : []),
    ...(reachable ? [] : [texts.dialog.notInstalled]),
  ];
  const actions = [];
  if (waitsForSignIn(request)) {
    const { link } = await signIn.offer(turn.author, turn.place.chatId, texts.language);
    actions.push({ type: 'Action.OpenUrl' as const, title: texts.signIn.button, url: link });
  }
  const body = [
    ...lines.map((text) => ({ type: 'TextBlock' as const, text, wrap: true as const })),
    ...(actions.length === 0 ? [] : [{ type: 'ActionSet' as const, actions }]),
  ];
  return { kind: 'card', title, card: card({ summary: [title, ...lines].join(': '), body }) };
}
