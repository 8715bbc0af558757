/** A contract name as the terminal spells it: `previewImport` → `preview-import`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
