/** A function of a source file and how many lines it takes. */
export interface FunctionLength {
  name: string;
  line: number;
  lines: number;
}

const NAMED = String.raw`(?:export )?(?:async )?function\*? (\w+)`;
const HELD = String.raw`(?:export )?const (\w+)[^=]*= (?:async )?\([^;]*`;
const METHOD = String.raw`(?:static |async |override |private |protected |get |set |\*)*#?(\w+)\([^;=]*`;
const OPENS = new RegExp(String.raw`^(\s*)(?:${NAMED}.*|${HELD}|${METHOD})[{(]$`);

/**
 * The lengths of functions and methods. The formatter gives every function's last line the
 * indentation of its first, so an opening line and the first line back at its depth bound it.
 */
export function functionLengths(source: string): FunctionLength[] {
  const lines = source.split("\n");
  return lines.flatMap((line, i) => {
    const opening = OPENS.exec(line);
    const name = opening?.[2] ?? opening?.[3] ?? opening?.[4];
    if (opening === null || name === undefined || isKeyword(name)) return [];
    const close = closingLine(lines, i, opening[1] ?? "");
    return close === undefined ? [] : [{ name, line: i + 1, lines: close - i + 1 }];
  });
}

function closingLine(lines: readonly string[], from: number, indent: string): number | undefined {
  const closing = new RegExp(`^${indent}\\}[;,)]*$`);
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (closing.test(line)) return i;
    const isOutside = line !== "" && !line.startsWith(indent);
    if (isOutside) return undefined;
  }
  return undefined;
}

function isKeyword(name: string): boolean {
  return ["if", "for", "while", "switch", "catch", "return", "super"].includes(name);
}
