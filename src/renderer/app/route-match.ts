/** A place reached by the address: its pattern, such as `/bank/:bankAccountId`. */
export interface Pattern {
  pattern: string;
}

/** A matched place with the parameters of its address and of what follows `?`. */
export interface Matched<R extends Pattern> {
  route: R;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/**
 * Finds the place an address names. An address only navigates; it never acts.
 * @param hash the part after `#`, such as `/bank/3?state=open`
 */
export function matchRoute<R extends Pattern>(
  routes: readonly R[],
  hash: string,
): Matched<R> | undefined {
  const [path = "", search = ""] = hash.replace(/^#/, "").split("?", 2);
  const steps = split(path);
  for (const route of routes) {
    const params = matchSteps(split(route.pattern), steps);
    if (params !== undefined) return { route, params, query: new URLSearchParams(search) };
  }
  return undefined;
}

/** Writes an address: `addressOf("/bank/:id", { id: "3" })` is `#/bank/3`. */
export function addressOf(pattern: string, params: Readonly<Record<string, string>> = {}): string {
  const steps = split(pattern).map((step) => {
    if (!step.startsWith(":")) return step;
    return encodeURIComponent(params[step.slice(1)] ?? "");
  });
  return `#/${steps.join("/")}`;
}

function matchSteps(
  pattern: readonly string[],
  steps: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const given = decoded(steps[index] ?? "");
    if (given === undefined) return undefined;
    if (expected.startsWith(":")) params[expected.slice(1)] = given;
    else if (expected !== given) return undefined;
  }
  return params;
}

function split(path: string): string[] {
  return path.split("/").filter((step) => step !== "");
}

/** A malformed percent sequence in a pasted link names no place. */
function decoded(step: string): string | undefined {
  try {
    return decodeURIComponent(step);
  } catch {
    return undefined;
  }
}
