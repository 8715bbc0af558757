/** A contract name as the terminal spells it: `checkFec` → `check-fec`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
