import { SaxesParser } from "saxes";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { type CamtPart, type CamtStep, camtSteps } from "./camt-parts.ts";

/** What the scan hands over, in file order. */
export interface CamtEvents {
  statement(): void;
  /** A whole account, balance or entry of the last statement. */
  part(part: CamtPart): void;
}

/** The parser is fed by pieces, so that it never copies a large file. */
const PIECE_CHARACTERS = 65_536;

/**
 * Streams a CAMT document: of all its text only one entry is held at a time, and of an entry only
 * what `camtSteps` names. Well-formedness is checked to the end; a DOCTYPE is refused, so that no
 * entity is ever declared.
 */
export function scanCamt(file: string, text: string, events: CamtEvents): Refusal | undefined {
  const parser = new SaxesParser({ position: false });
  let refusal: Refusal | undefined;
  parser.on("doctype", () => {
    refusal ??= refuse("files.doctype", { file, line: parser.line });
  });
  parser.on("error", (fault) => {
    const reason = fault.message.replace(/^undefined:/, "");
    refusal ??= refuse("files.broken-xml", { file, line: parser.line, reason });
  });
  collectParts(parser, events);
  for (let i = 0; i < text.length && refusal === undefined; i += PIECE_CHARACTERS) {
    parser.write(text.slice(i, i + PIECE_CHARACTERS));
  }
  if (refusal !== undefined) return refusal;
  const { line } = parser;
  parser.close();
  // What only the end of the file shows is a file cut short.
  return refusal === undefined ? undefined : refuse("files.truncated", { file, line });
}

function collectParts(parser: SaxesParser, events: CamtEvents): void {
  const steps: CamtStep[] = [];
  const parts: CamtPart[] = [];
  let step: CamtStep | undefined;
  let skipped = 0;
  let text = "";
  parser.on("opentag", ({ name: qualified, attributes }) => {
    const name = localName(qualified);
    if (step === undefined) {
      // A statement, an interim report or a notification: their entries are the same.
      if (name !== "Stmt" && name !== "Rpt" && name !== "Ntfctn") return;
      events.statement();
      step = camtSteps;
      return;
    }
    const next = skipped > 0 ? undefined : step.below.get(name);
    if (next === undefined) {
      skipped++;
      return;
    }
    steps.push(step);
    step = next;
    text = "";
    if (next.opens) {
      parts.push({ name: next.opens, line: parser.line, texts: {}, details: [] });
    } else if (name === "Amt" && next.key !== undefined) {
      keep(parts.at(-1), `${next.key}Ccy`, attributes.Ccy ?? "");
    }
  });
  const gather = (piece: string) => {
    if (skipped === 0 && step?.key !== undefined) text += piece;
  };
  parser.on("text", gather);
  parser.on("cdata", gather);
  parser.on("closetag", () => {
    if (step === undefined) return;
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (step.key !== undefined && text !== "") keep(parts.at(-1), step.key, text.trim());
    text = "";
    if (step.opens) close(parts, events);
    step = steps.pop();
  });
}

function keep(part: CamtPart | undefined, key: string, text: string): void {
  if (part === undefined || text === "") return;
  const before = part.texts[key];
  if (before === undefined) part.texts[key] = text;
  else if (key.endsWith("+")) part.texts[key] = `${before} ${text}`;
}

function close(parts: CamtPart[], events: CamtEvents): void {
  const part = parts.pop();
  const around = parts.at(-1);
  if (part === undefined) return;
  if (around) around.details.push(part);
  else events.part(part);
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
