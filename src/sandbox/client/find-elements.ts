/** Parts of a card that are not shown: what stands in for an element, and what an action carries. */
const hiddenParts = new Set(['fallback', 'data']);

/** Every shown object in a card whose type begins with `prefix` (`Action.`, `Input.`), in reading order. */
export function findElements<Element>(card: unknown, prefix: string): Element[] {
  if (typeof card !== 'object' || card === null) return [];
  if (Array.isArray(card)) return card.flatMap((each: unknown) => findElements<Element>(each, prefix));
  const inside = Object.entries(card).flatMap(([name, value]) =>
    hiddenParts.has(name) ? [] : findElements<Element>(value, prefix),
  );
  const isMatch = 'type' in card && typeof card.type === 'string' && card.type.startsWith(prefix);
  return isMatch ? [card as Element, ...inside] : inside;
}
