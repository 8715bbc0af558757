import { type Field, missing, type ReadingContext, type ReadingReason } from "./bill-reading.ts";
import type { Identifiers } from "./find-identifiers.ts";
import { isSameParty, legalFormIn, partyKey } from "./party-name.ts";
import { BUYER, NOT_A_NAME, SELLER } from "./supplier-words.ts";
import { blocksOf, type TextBlock, type TextCell } from "./text-block.ts";
import type { TextRow } from "./text-row.ts";
import { type Box, boxAround } from "./word.ts";

interface Candidate {
  readonly name: string;
  readonly score: number;
  readonly reason: ReadingReason;
  readonly box: Box;
}

/** The name of the company that issued the bill, never the buyer's own. */
export function findSupplierName(
  rows: readonly TextRow[],
  identifiers: Identifiers,
  context: ReadingContext,
): Field<string> {
  const blocks = blocksOf(rows).flatMap(cutAtBuyer);
  const foreign = blocks.filter((b) => !isBuyerBlock(b, blocks, context));
  const candidates = [
    ...foreign.flatMap((b) => fromLegalForms(b, context)),
    ...foreign.flatMap((b) => fromSellerLabels(b, rows)),
    ...fromLetterhead(foreign, rows),
    ...fromIdentifierBlocks(foreign, identifiers, context),
  ].filter((c) => isPlausible(c.name, context));
  return choose(candidates, rows);
}

function isBuyerBlock(
  block: TextBlock,
  blocks: readonly TextBlock[],
  { ownName, ownSiren, ownVat }: ReadingContext,
): boolean {
  const text = block.cells.map((c) => c.folded).join(" ¦ ");
  const digits = text.replace(/\D/g, "");
  if (ownSiren && digits.includes(ownSiren)) return block.cells.length < 12;
  if (ownVat && text.replace(/[^a-z0-9]/g, "").includes(ownVat.toLowerCase())) return true;
  if (ownName && block.cells.some((c) => isSameParty(c.text, ownName))) return true;
  if (block.cells.slice(0, 1).some((c) => BUYER.test(c.folded))) return true;
  // The heading of an address often stands a little apart from it.
  return blocks.some((other) => {
    const last = other.cells.at(-1);
    if (!last || other === block || !BUYER.test(last.folded)) return false;
    const gap = block.box.y - last.box.y - last.box.height;
    const aligned = Math.abs(last.box.x - block.box.x) < 0.03;
    return aligned && last.row.page === block.box.page && gap > -0.001 && gap < 0.035;
  });
}

/** An address heading inside a block starts the buyer's part of it. */
function cutAtBuyer(block: TextBlock): TextBlock[] {
  const at = block.cells.findIndex((c) => BUYER.test(c.folded));
  if (at <= 0) return [block];
  const parts = [block.cells.slice(0, at), block.cells.slice(at)];
  return parts.map((cells) => ({ cells, box: boxAround(cells.map((c) => c.box)) ?? block.box }));
}

const SEPARATOR = /\s+[-–—−|•●·]\s+|\s*[|•●·]\s*|, | ¦ |\s*:\s+/;

/** "Au bon moulin SARL - 1242 chemin …": the stretch of the line that holds the legal form. */
function fromLegalForms(block: TextBlock, context: ReadingContext): Candidate[] {
  return block.cells.flatMap((cell, i) => {
    const parts = cell.text.split(SEPARATOR).map((p) => p.trim());
    const part = parts.find((p) => legalFormIn(foldPart(p)));
    if (!part || part.length > 60) return [];
    const form = legalFormIn(foldPart(part));
    if (!form) return [];
    const before = part.slice(0, form.start).trim();
    const after = part.slice(form.end).trim();
    const at = { box: cell.box, reason: "legal-form" as const };
    if (before.length >= 2) return [{ ...at, name: part.slice(0, form.end).trim(), score: 0.75 }];
    const previous = parts[parts.indexOf(part) - 1];
    if (previous) return [{ ...at, name: previous, score: 0.7 }];
    const above = block.cells[i - 1];
    // "SARL au capital de …" under the name, or "SARL Dupont" with the form first.
    if (/^(?:au|a|capital|unipersonnelle)\b/.test(foldPart(after)) || after === "") {
      if (!above || context.ownName === above.text) return [];
      return [{ ...at, name: above.text, box: above.box, score: 0.5 }];
    }
    return /^[\p{Lu}\d]/u.test(after) ? [{ ...at, name: part, score: 0.7 }] : [];
  });
}

function fromSellerLabels(block: TextBlock, rows: readonly TextRow[]): Candidate[] {
  return block.cells.flatMap((cell, i) => {
    const match = SELLER.exec(`${cell.folded}`);
    if (!match) return [];
    const at = { reason: "labelled" as const, box: cell.box };
    const own = cell.text.slice(match.index + match[0].length).trim();
    if (own.length >= 3) return [{ ...at, name: firstPart(own), score: 0.7 }];
    const right = rows[cell.row.index]?.text.slice(cell.end + 3).split(" ¦ ")[0];
    const below = block.cells[i + 1]?.text;
    const name = right && right.length >= 3 ? right : below;
    return name ? [{ ...at, name: firstPart(name), score: 0.7 }] : [];
  });
}

/** The largest print at the top of the first page, and the first line of its first block. */
function fromLetterhead(blocks: readonly TextBlock[], rows: readonly TextRow[]): Candidate[] {
  const first = rows.filter((r) => r.page === 1);
  const heights = first.map((r) => r.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0.01;
  const top = blocks
    .filter((b) => b.box.page === 1 && b.box.y < 0.22)
    .flatMap((b) => {
      const [cell] = b.cells;
      return cell ? [cell] : [];
    });
  const named = top.filter((c) => isNameLike(c));
  return named.map((cell, i) => {
    const size = Math.min(2.5, cell.box.height / usual);
    const left = cell.box.x < 0.5 ? 0.1 : 0;
    const score = 0.2 + left + (i === 0 ? 0.12 : 0) + 0.18 * Math.max(0, size - 1);
    return { name: firstPart(cell.text), score, reason: "letterhead" as const, box: cell.box };
  });
}

/** The first line of the block that holds the supplier's SIREN or VAT number. */
function fromIdentifierBlocks(
  blocks: readonly TextBlock[],
  { sirens, vats }: Identifiers,
  { ownSiren }: ReadingContext,
): Candidate[] {
  const foreign = [...sirens, ...vats].filter((t) => !ownSiren || !t.value.includes(ownSiren));
  return foreign.flatMap((token) => {
    const block = blocks.find((b) =>
      b.cells.some(
        (c) => c.row.index === token.row.index && c.start <= token.start && token.start < c.end,
      ),
    );
    const cell = block?.cells.find((c) => isNameLike(c));
    if (!cell) return [];
    const name = firstPart(cell.text);
    return [{ name, score: 0.4, reason: "beside-identifier" as const, box: cell.box }];
  });
}

function isNameLike({ text, folded }: TextCell): boolean {
  if (text.length < 2 || text.length > 70 || NOT_A_NAME.test(folded)) return false;
  return /\p{L}{2}/u.test(text) && !/^\d|@|^[^\p{L}\d]*$/u.test(text);
}

const STREET =
  /^\d+(?: ?(?:bis|ter))?,? ?(?:rue|av|bd|boul|chemin|place|allee|route|quai|imp|cours|z\.?[ai])/;

function isPlausible(name: string, { ownName }: ReadingContext): boolean {
  if (ownName && isSameParty(name, ownName)) return false;
  if (STREET.test(foldPart(name)) || /^[(["]/.test(name)) return false;
  return partyKey(name).length >= 2 && name.length <= 70 && !NOT_A_NAME.test(foldPart(name).trim());
}

/** Adds up what says the same name; a web address spelling it confirms it. */
function choose(candidates: readonly Candidate[], rows: readonly TextRow[]): Field<string> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = [...groups.keys()].find((k) => isSameParty(k, candidate.name)) ?? candidate.name;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const domains = rows.flatMap(
    (r) => r.folded.match(/[a-z0-9-]{3,}(?=\.(?:fr|com|eu|net|org|io|de|be|ch)\b)/g) ?? [],
  );
  const scored = [...groups.values()].map((group) => {
    const best = [...group].sort((a, b) => b.score - a.score)[0] as Candidate;
    const reasons = [...new Set(group.map((c) => c.reason))];
    const key = partyKey(best.name);
    const isWeb = key.length >= 4 && domains.some((d) => d.replaceAll("-", "") === key);
    const score = best.score + 0.12 * (reasons.length - 1) + (isWeb ? 0.2 : 0);
    return { best, score, reasons: isWeb ? [...reasons, "web-address" as const] : reasons };
  });
  const winner = scored.sort((a, b) => b.score - a.score)[0];
  if (!winner) return missing();
  const isConfirmed = winner.reasons.length >= 3 || winner.reasons.includes("web-address");
  const confidence = Math.min(isConfirmed ? 0.92 : 0.85, winner.score);
  const { name, box } = winner.best;
  return { value: name, confidence, box, reasons: winner.reasons };
}

function firstPart(text: string): string {
  const part = (text.split(SEPARATOR)[0] ?? text).trim();
  return part.replace(/\s+(?:invoice|facture|receipt)$/i, "");
}

function foldPart(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
