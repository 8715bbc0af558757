import { hash } from "node:crypto";
import type { TakenEntry } from "./taken-row.ts";

/**
 * Tells entries of files apart, twins included: the same entry of a second import of the same
 * file, or of the file written anew, has the same digest.
 */
export class EntryDigests {
  readonly #yearStartsOn: string;
  readonly #twins = new Map<string, number>();

  constructor(yearStartsOn: string) {
    this.#yearStartsOn = yearStartsOn;
  }

  of({ rows }: TakenEntry): Buffer {
    const lines = rows.map(
      (r) =>
        `${r.journal}\t${r.number}\t${r.dateOn}\t${r.account}\t${r.party}\t` +
        `${r.pieceRef}\t${r.label}\t${r.minor}`,
    );
    const text = `${this.#yearStartsOn}\n${lines.join("\n")}`;
    const digest = hash("sha256", text, "hex").slice(0, 40);
    const twin = this.#twins.get(digest) ?? 0;
    this.#twins.set(digest, twin + 1);
    if (twin === 0) return Buffer.from(digest, "hex");
    return Buffer.from(hash("sha256", `${twin}\n${text}`, "hex").slice(0, 40), "hex");
  }
}
