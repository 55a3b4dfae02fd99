import { receiptStatus } from '../cards/receipt-status.ts';
import { waitsForSignIn } from '../turns/answer-press.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import type { DialogAnswer } from './dialog-answer.ts';
import { submitDialog } from './submit-dialog.ts';

/** `task/submit` of a dialog that a card in a chat opened: the receipt goes into that chat. */
export async function submitCardDialog(turn: Turn, value: unknown, parts: TeamsParts): Promise<DialogAnswer> {
  const { texts } = parts;
  const { data } = (value ?? {}) as { data?: unknown };
  const typed = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const { place } = turn;
  return submitDialog(
    turn,
    typed,
    {
      chatId: place.chatId,
      place,
      end(request) {
        const { title } = receiptStatus({ ...place, request, texts });
        if (!waitsForSignIn(request)) return { kind: 'message', text: texts.dialog.inChat(title) };
        const personal = place.chatType === 'personal';
        return { kind: 'message', text: personal ? texts.dialog.signInHere : texts.dialog.signInInChat };
      },
    },
    parts,
  );
}
