import type { Transaction } from "#main/store/book.ts";
import { isOpeningJournal } from "../fec-opening.ts";
import type { TakenRow } from "./taken-row.ts";

type JournalKind = "sales" | "purchases" | "bank" | "cash" | "general" | "opening";

/** A journal of the file with the journal of the book that takes its place. */
export interface MappedJournal {
  from: string;
  to: string;
  label: string;
  isNew: boolean;
  why: "same" | "asked" | "clash" | "form";
}

interface Known {
  code: string;
  label: string;
  kind: JournalKind;
}

const OPENING = "AN";
/** What words of a label say of a journal, first match first. */
const KINDS: readonly (readonly [RegExp, JournalKind])[] = [
  [/vente|client|factur/i, "sales"],
  [/achat|fournisseur|frais/i, "purchases"],
  [/caisse/i, "cash"],
  [/banq|bank|credit|cic|bnp|qonto|compte courant|postale|^ccp/i, "bank"],
];

/**
 * Gives every journal of a file its journal in the book. Openings go to AN. A code that both have
 * is the same journal when both serve the same kind of entries; else the file's gets a code of
 * its own, so that two journals never become one.
 */
export class JournalMap {
  readonly #tx: Transaction;
  readonly #asked: Readonly<Record<string, string>>;
  readonly #known = new Map<string, MappedJournal>();

  constructor(tx: Transaction, asked: Readonly<Record<string, string>>) {
    this.#tx = tx;
    this.#asked = asked;
  }

  of(row: TakenRow): MappedJournal {
    const known = this.#known.get(row.journal);
    if (known !== undefined) return known;
    const made = this.#make(row);
    this.#known.set(row.journal, made);
    return made;
  }

  all(): MappedJournal[] {
    return [...this.#known.values()];
  }

  #make(row: TakenRow): MappedJournal {
    const { journal: from, journalLabel } = row;
    const label = journalLabel || from || "Reprise";
    if (isOpeningJournal(from, journalLabel)) return this.#add({ from, to: OPENING, label });
    const asked = this.#asked[from];
    const plain = codeOf(asked ?? from);
    if (asked !== undefined) return this.#add({ from, to: plain, label, why: "asked" });
    const kind = kindOf(label);
    const taken = this.#find(plain);
    if (taken !== undefined && !isSame(taken, { label, kind })) {
      return this.#add({ from, to: this.#freeCode(plain, label), label, why: "clash" });
    }
    return this.#add({ from, to: plain, label });
  }

  #add(journal: { from: string; to: string; label: string; why?: MappedJournal["why"] }) {
    const { from, to, label } = journal;
    const isNew = this.#find(to) === undefined;
    if (isNew) {
      this.#tx
        .writing("INSERT INTO journal (code, label, kind) VALUES (?, ?, ?)")
        .run(to, label, to === OPENING ? "opening" : kindOf(label));
    }
    const why = journal.why ?? (from === to ? "same" : "form");
    return { from, to, label, isNew, why };
  }

  #find(code: string): Known | undefined {
    return this.#tx.reading("SELECT code, label, kind FROM journal WHERE code = ?").get(code) as
      | Known
      | undefined;
  }

  /** The first code that is free, or that an earlier file gave to the same journal. */
  #freeCode(code: string, label: string): string {
    for (let n = 2; ; n++) {
      const taken = this.#find(`${code}${n}`);
      if (taken === undefined || taken.label === label) return `${code}${n}`;
    }
  }
}

/** A code as the book takes it: capitals and digits, a letter first. */
function codeOf(text: string): string {
  const plain = text
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");
  if (plain === "") return "REP";
  return /^[A-Z]/.test(plain) ? plain : `J${plain}`;
}

function kindOf(label: string): JournalKind {
  return KINDS.find(([words]) => words.test(label))?.[1] ?? "general";
}

/** The same label, or labels that speak of the same kind of entries. */
function isSame(known: Known, other: { label: string; kind: JournalKind }): boolean {
  if (known.kind === "opening") return false;
  if (known.label.toLowerCase() === other.label.toLowerCase()) return true;
  return known.kind === other.kind && (known.kind !== "bank" || known.label === other.label);
}
