import { type FecRuleId, fecRules } from "./fec-rules.ts";

/** `error` makes the file not conforming at its level; an anomaly or a note does not. */
export type FecSeverity = "error" | "anomaly" | "note";
/** `official`: what the tax office's tool checks. `law`: what the law asks beyond it. */
export type FecLevel = "official" | "law";

/** One rule that a file breaks, said once with the number of times. */
export interface FecFinding {
  level: FecLevel;
  rule: FecRuleId;
  severity: FecSeverity;
  /** First line of the file where it shows (the header is line 1). */
  line?: number;
  column?: string;
  /** Article of law, or rule of the official tool. */
  source: string;
  fr: string;
  en: string;
  count: number;
  /** The first lines where it shows. */
  lines: number[];
}

/** What a rule's sentence may tell. Texts are the file's bytes, one character a byte. */
export interface FecFacts {
  line?: number;
  column?: string;
  value?: string;
  expected?: string;
}

const LINES_KEPT = 10;
const SHOWN_CHARS = 60;

/** Gathers findings: one per rule and column, with a count and the first lines. */
export class FecFindings {
  readonly #found = new Map<string, FecFinding>();

  add(rule: FecRuleId, facts: FecFacts = {}): void {
    const key = facts.column === undefined ? rule : `${rule} ${facts.column}`;
    const known = this.#found.get(key);
    if (known === undefined) {
      this.#found.set(key, firstFinding(rule, facts));
      return;
    }
    known.count++;
    if (facts.line !== undefined && known.lines.length < LINES_KEPT) known.lines.push(facts.line);
  }

  /** Findings of a level: errors first, each group in the order of the file. */
  of(level: FecLevel): FecFinding[] {
    const rank = { error: 0, anomaly: 1, note: 2 } as const;
    return [...this.#found.values()]
      .filter((f) => f.level === level)
      .sort((a, b) => rank[a.severity] - rank[b.severity] || (a.line ?? 0) - (b.line ?? 0));
  }
}

function firstFinding(rule: FecRuleId, facts: FecFacts): FecFinding {
  const { level, severity, source, fr, en } = fecRules[rule];
  const { line, column } = facts;
  const shown = {
    column: column ?? "",
    value: showText(facts.value ?? ""),
    expected: showText(facts.expected ?? ""),
  };
  const at = line === undefined ? ["", ""] : [`Ligne ${line} : `, `Line ${line}: `];
  return {
    level,
    rule,
    severity,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    source,
    fr: at[0] + fr(shown),
    en: at[1] + en(shown),
    count: 1,
    lines: line === undefined ? [] : [line],
  };
}

/** The file's bytes as a person reads them: UTF-8 when they are that, else Windows-1252. */
export function showText(bytes: string): string {
  const buffer = Buffer.from(bytes.slice(0, 4 * SHOWN_CHARS), "latin1");
  const text = new TextDecoder("utf-8").decode(buffer);
  const read = text.includes("\ufffd") ? new TextDecoder("windows-1252").decode(buffer) : text;
  return read.length > SHOWN_CHARS ? `${read.slice(0, SHOWN_CHARS)}…` : read;
}
