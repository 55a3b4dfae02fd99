import type { NumberedList } from '../../conversations/ports/lists.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { listCard } from '../cards/list-card.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** How a list is shown. */
export interface ListView {
  /** The line to begin with; the first one is 0. */
  readonly from?: number;
  readonly notes?: readonly string[];
  /** It lists groups that may have been meant by this. */
  readonly candidatesOf?: string;
}

/** The card of a list, from its line `from` on (the first one is 0), as the author of the turn reads it. */
export function showList(
  { place }: Pick<Turn, 'place'>,
  list: NumberedList,
  { texts, outlook }: Pick<TeamsParts, 'texts' | 'outlook'>,
  { from = 0, notes = [], candidatesOf }: ListView = {},
): AdaptiveCard {
  const { locale, timeZone } = place;
  return listCard({
    ...{ list, from, notes, texts, outlook },
    ...(candidatesOf !== undefined && { candidatesOf }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  });
}
