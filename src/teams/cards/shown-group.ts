import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Target } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** The group's name as far as it is known; never the id of one that was not looked up yet, or may not be. */
export function shownGroup({ target }: { target: Target }, texts: Texts['receipt']): string {
  const name = target.group?.name ?? target.typedGroup;
  return isObjectId(name) ? texts.chosenGroup : name;
}
