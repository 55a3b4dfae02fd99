import type { CodedError } from '../../conversations/errors/coded-error.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** What a pressed button leads to: a card in place of the pressed one, or a line. */
export type ActionAnswer =
  | {
      kind: 'card';
      card: AdaptiveCard;
      /** The card in the chat was updated already. */
      shown?: boolean;
      /** Only for the person who pressed: the pressed card is somebody else's, or may be. */
      apart?: boolean;
    }
  /** `shown`: the chat says as much already. */
  | { kind: 'message'; text: string; shown?: boolean }
  /** It cannot go on before the person has signed in; what was typed is stored. */
  | { kind: 'sign-in'; error: CodedError }
  | { kind: 'unknown' };
