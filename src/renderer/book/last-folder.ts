const KEY = "ecritoire.folder";

/** The folder opened last in this window's browser; empty when there is none. */
export function lastFolder(): string {
  return localStorage.getItem(KEY) ?? "";
}

/** Remembers a folder for the next unlock; a folder's path is no secret. */
export function rememberFolder(folder: string): void {
  localStorage.setItem(KEY, folder);
}
