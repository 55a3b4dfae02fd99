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
  | { kind: 'unknown' };
