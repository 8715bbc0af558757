import { decimalText } from "#main/base/money.ts";
import { accountOf, company, FIRST_DAY, LAST_DAY } from "./company.ts";
import type { BankLine } from "./model.ts";
import { frenchDate } from "./working-day.ts";

/** The savings file and, for each line in the order of booking, where it starts in the file. */
export type SavingsFile = { text: string; startLines: number[] };

/**
 * A download as rural banks write it: lines above the header, labels over two quoted lines,
 * thousands parted by no-break spaces, the newest first.
 */
export function savingsOf(lines: readonly BankLine[]): SavingsFile {
  const balance = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const number = accountOf("savings").iban.slice(14, 25);
  const [first, last] = [frenchDate(FIRST_DAY), frenchDate(LAST_DAY)];
  const head = [
    `Téléchargement du ${last};`,
    "",
    `${company.name.toUpperCase()} ${company.legalForm};`,
    `Compte sur livret n° ${number};`,
    `Solde au ${last} ${grouped(balance)} €`,
    ";",
    `Liste des opérations du compte entre le ${first} et le ${last};`,
    "",
    "Date;Libellé;Débit euros;Crédit euros;",
  ];
  const rows = lines.toReversed().map(rowOf);
  const startLines = rows.map((_, i) => head.length + 1 + i * 2).toReversed();
  return { text: `${[...head, ...rows].join("\r\n")}\r\n`, startLines };
}

function rowOf(line: BankLine): string {
  const amount = grouped(Math.abs(line.amountMinor));
  const [kind, ...rest] = line.label.split(" ");
  const label = `"${kind} ${rest[0] ?? ""}\r\n${rest.slice(1).join(" ")} "`;
  const sides = line.amountMinor < 0 ? `${amount};;` : `;${amount};`;
  return `${frenchDate(line.bookedOn)};${label};${sides}`;
}

function grouped(amountMinor: number): string {
  const [whole = "", cents = ""] = decimalText(amountMinor, ",").split(",");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${cents}`;
}
