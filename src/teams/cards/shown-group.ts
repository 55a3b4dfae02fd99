import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Target } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** The group's name as far as it is known; never the id of one that was chosen and not looked up yet. */
export function shownGroup({ target }: { target: Target }, texts: Texts['receipt']): string {
  return target.group?.name ?? (isObjectId(target.typedGroup) ? texts.chosenGroup : target.typedGroup);
}
