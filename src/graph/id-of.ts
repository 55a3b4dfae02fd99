/** The `id` of an entity that Graph sent, as it sent it; undefined for anything else. */
export function idOf(entity: unknown): string | undefined {
  if (typeof entity !== 'object' || entity === null || !('id' in entity)) return undefined;
  return typeof entity.id === 'string' && entity.id !== '' ? entity.id : undefined;
}
