/** True when a recovery key was typed back, whatever the spacing, the case and O for 0. */
export function isSameKey(typed: string, recoveryKey: string): boolean {
  return plain(typed) === plain(recoveryKey);
}

function plain(key: string): string {
  return key.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}
