import type { CutPlan } from "./cut-plans.ts";
import type { StatementSource } from "./statement-source.ts";

/** A part of a file that reads as a file of its own. */
export interface Piece {
  bytes: Uint8Array;
  /** What turns its line numbers into those of the file. */
  lineShift: number;
  /** Its first statement goes on with the last one of the piece before. */
  isContinued: boolean;
  /** Bytes of the file that are read so far. */
  readBytes: number;
}

/** What stands before the records: of the file, and of the account that the records are of. */
interface Heads {
  file: string;
  section: string;
}

/**
 * Cuts a large file between two records into pieces that each carry the heads they need. Of the
 * file only one piece is in memory at a time.
 */
export async function* cutStatement(
  source: StatementSource,
  plan: CutPlan,
  pieceBytes: number,
): AsyncGenerator<Piece, void> {
  let heads: Heads | undefined;
  let text = "";
  let line = 0;
  let isContinued = false;
  for (let at = 0; at < source.size; ) {
    const more = await source.read(at, at + pieceBytes);
    at += more.length;
    text += Buffer.from(more.buffer, more.byteOffset, more.length).toString("latin1");
    const isEnd = at >= source.size;
    if (heads === undefined) {
      const first = plan.firstRecord(text);
      if (first < 0 && !isEnd) continue;
      heads = headsOf(text.slice(0, Math.max(0, first)), plan);
      line = lineEnds(text.slice(0, Math.max(0, first)));
      text = text.slice(Math.max(0, first));
    }
    const cut = isEnd ? text.length : plan.lastRecord(text);
    if (cut <= 0) continue;
    const head = heads.file + heads.section;
    const body = text.slice(0, cut);
    const whole = head + body + (isEnd ? "" : plan.closing(head));
    const lineShift = line - lineEnds(head);
    yield { bytes: Buffer.from(whole, "latin1"), lineShift, isContinued, readBytes: at };
    heads = { file: heads.file, section: sectionAfter(body, plan) ?? heads.section };
    line += lineEnds(body);
    text = text.slice(cut);
    isContinued = true;
  }
}

function headsOf(head: string, plan: CutPlan): Heads {
  const section = plan.lastSection(head);
  if (section < 0) return { file: head, section: "" };
  return { file: head.slice(0, section), section: head.slice(section) };
}

/** The head of the last account that begins within the records, if one does. */
function sectionAfter(body: string, plan: CutPlan): string | undefined {
  const start = plan.lastSection(body);
  if (start < 0) return undefined;
  const rest = body.slice(start);
  const first = plan.firstRecord(rest);
  return first < 0 ? rest : rest.slice(0, first);
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
