const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']/g;
const BARE = /(?:^|\n)\s*import\s*["']([^"']+)["']/g;
const LAZY = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** The modules that a source imports, whole, lazily or for its effects. */
export function importsOf(source: string): string[] {
  return [IMPORT, BARE, LAZY].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((m) => m[1] ?? ""),
  );
}
