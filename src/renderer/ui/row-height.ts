/** Height of a table row in CSS pixels: 26 at the usual text size, more when text is larger. */
export function rowHeight(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.round((Number.isFinite(root) ? root : 16) * 1.625);
}
