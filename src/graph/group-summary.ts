import type { GroupSummary } from '../conversations/ports/directory.ts';
import { idOf } from './id-of.ts';

/** What is selected of a group. */
export const groupProperties = 'id,displayName,mail,mailEnabled,securityEnabled,groupTypes,visibility';

/**
 * A group as Graph sent it. Where the token may not read groups, everything but the id is null ("limited info"): the
 * name is then the address or the id. Kinds: learn.microsoft.com/graph/api/resources/groups-overview.
 *
 * @returns undefined for what has no id
 */
export function groupSummary(
  group: Readonly<Record<string, unknown>>,
  own: boolean,
): GroupSummary | undefined {
  const id = idOf(group);
  if (id === undefined) return undefined;
  const mail = textOf(group['mail']);
  const visibility = textOf(group['visibility']);
  return {
    id,
    name: textOf(group['displayName']) ?? mail ?? id,
    ...(mail !== undefined && { mail }),
    type: typeOf(group),
    ...(visibility !== undefined && { visibility }),
    own,
  };
}

function typeOf(group: Readonly<Record<string, unknown>>): GroupSummary['type'] {
  const types = group['groupTypes'];
  if (Array.isArray(types) && types.includes('Unified')) return 'microsoft365';
  if (group['securityEnabled'] === true) return 'security';
  return group['mailEnabled'] === true ? 'distribution' : 'other';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
