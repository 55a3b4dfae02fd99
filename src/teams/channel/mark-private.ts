/** In the data of a button: what the press leads to is for whoever presses, and for nobody else in that chat. */
const mark = 'onlyMe';

/**
 * A message or an answer to an invoke with all buttons of its cards marked, so that what they lead to stays as private as
 * the card: a press does not say whether its message was a targeted one.
 */
export function markPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markPrivate);
  if (typeof value !== 'object' || value === null) return value;
  const marked = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, markPrivate(each)]));
  const { type, data } = marked as { type?: unknown; data?: unknown };
  if (type !== 'Action.Execute' && type !== 'Action.Submit') return marked;
  return { ...marked, data: { ...(typeof data === 'object' ? data : {}), [mark]: true } };
}

/** Whether a press, as an activity's `value` has it, came from a marked button. Whoever forges it is answered in private. */
export function isMarkedPrivate(value: unknown): boolean {
  const { action, data } = recordOf(value);
  const pressed = [value, data, recordOf(action)['data']];
  return pressed.some((each) => recordOf(each)[mark] === true);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
