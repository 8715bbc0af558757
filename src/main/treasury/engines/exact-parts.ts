/**
 * Rounds signed parts to whole cents that add up to the total exactly (largest remainder; ties go
 * to the earlier part). The parts given must come to the total but for rounding.
 * @throws RangeError when they do not
 */
export function exactParts(given: readonly number[], totalMinor: number): number[] {
  // Sums of the same numbers in another order differ after the ninth decimal: ties must not.
  const parts = given.map((part) => Math.round(part * 1e4) / 1e4);
  const rounded = parts.map((part) => Math.floor(part));
  let left = totalMinor - rounded.reduce((sum, part) => sum + part, 0);
  if (left < -1 || left > parts.length + 1) throw new RangeError("parts do not make the total");
  const step = left < 0 ? -1 : 1;
  const order = parts
    .map((part, i) => ({ i, rest: (part - Math.floor(part)) * step }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let turn = 0; left !== 0 && order.length > 0; turn++) {
    const i = order[turn % order.length]?.i ?? 0;
    rounded[i] = (rounded[i] ?? 0) + step;
    left -= step;
  }
  return rounded.map((part) => part + 0);
}
