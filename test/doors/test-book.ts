import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PASSPHRASE = "sept-nains-et-une-pomme";

// Each test starts an office or more: their compiled code is kept as the command line keeps it.
process.env.NODE_COMPILE_CACHE ??= join(
  import.meta.dirname,
  ...["..", "..", "node_modules", ".cache", "compile"],
);

/** The office from source, as every door starts it. */
export const officeEntry = new URL("../../src/main/office.ts", import.meta.url);

/** A folder that the test removes by `remove()`. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "ecritoire-door-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What creates the book of a small company with one bank account. */
export function newBook(folder: string) {
  return {
    folder,
    passphrase: PASSPHRASE,
    company: { name: "Atelier des Écluses", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
    bankAccounts: [{ name: "Courant" }],
  };
}

/** An entry that the book accepts: capital paid in. */
export const capitalEntry = {
  journal: "OD",
  datedOn: "2026-01-05",
  pieceRef: "STATUTS",
  label: "Capital social",
  lines: [
    { account: "512001", debitMinor: 100_000 },
    { account: "101300", creditMinor: 100_000 },
  ],
};

/** A statement long enough to be stopped while it is imported. */
export function longStatement(lines: number): File {
  const rows = Array.from({ length: lines }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, "0");
    return `${day}/03/2026;Virement client ${at};${at + 1},50`;
  });
  return new File([`Date;Libellé;Montant\n${rows.join("\n")}\n`], "long.csv", { type: "text/csv" });
}
