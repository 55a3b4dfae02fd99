/**
 * Whether a value that was parsed from JSON nests at most `limit` objects and arrays and has no `__proto__` key. Code
 * behind walks activities recursively and copies them by assignment: unbounded depth would end in a stack overflow, and
 * an own `__proto__` would become the prototype of the copy.
 */
export function hasBoundedDepth(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (limit === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((inner) => hasBoundedDepth(inner, limit - 1));
}
