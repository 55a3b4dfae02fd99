/**
 * Some of many, spread by chance and the same ones for the same seed (Fisher and Yates' shuffle, with the linear
 * congruential generator of "Numerical Recipes").
 */
export function pickSample<T>(all: readonly T[], size: number, seed: number): T[] {
  const rest = [...all];
  let state = seed >>> 0;
  for (let last = rest.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [rest[last], rest[other]] = [rest[other]!, rest[last]!];
  }
  return rest.slice(0, size);
}
