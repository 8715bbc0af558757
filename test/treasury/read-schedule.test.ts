import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readSchedule } from "#main/treasury/read-schedule.ts";
import { dropped } from "../helpers/dropped.ts";

function read(text: string) {
  const result = readSchedule(dropped("echeancier.csv", text));
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

describe("reading a payment schedule", () => {
  it("reads recurrences, signs and ends", () => {
    const { items, refused } = read(
      "Date;Libellé;Montant;Catégorie;Récurrence;Jusqu'au\n" +
        "05/01/2027;Loyer;-759,20;Locaux;mensuelle;05/12/2027\n" +
        "15/01/2027;Subvention;10 000,00;Aides;;\n" +
        "20/01/2027;TVA;-1;Impôts;Trimestrielle;\n" +
        "21/01/2027;Ménage;-90;Locaux;Hebdomadaire;\n" +
        "31/01/2027;Assurance;-1 200;Assurances;annuelle;\n",
    );
    expect(refused).toEqual([]);
    expect(items[0]).toEqual({
      line: 2,
      dueOn: "2027-01-05",
      label: "Loyer",
      amountMinor: -75_920,
      category: "Locaux",
      every: "month",
      untilOn: "2027-12-05",
    });
    expect(items.map((i) => i.every)).toEqual(["month", "once", "quarter", "week", "year"]);
    expect(items[1]).not.toHaveProperty("untilOn");
  });

  it("refuses bad rows by their line and keeps the others", () => {
    const { items, refused } = read(
      "Date;Libellé;Montant;Récurrence;Jusqu'au\n" +
        "31/02/2027;a;1;;\n05/01/2027;;1;;\n05/01/2027;a;;;\n05/01/2027;a;0;;\n" +
        "05/01/2027;a;1;parfois;\n05/01/2027;a;1;mensuelle;04/01/2027\n05/01/2027;good;1;;\n",
    );
    expect(refused.map((r) => [r.line, r.code])).toEqual([
      [2, "files.bad-date"],
      [3, "files.missing-cell"],
      [4, "files.missing-cell"],
      [5, "files.zero-amount"],
      [6, "files.bad-word"],
      [7, "files.end-before-start"],
    ]);
    expect(items.map((i) => i.label)).toEqual(["good"]);
  });

  it("takes a mapping for a column it does not know", () => {
    const text = "Quand;Libellé;Montant\n05/01/2027;Loyer;-10\n";
    const refusal = readSchedule(dropped("e.csv", text));
    expect(isRefusal(refusal) && refusal.code).toBe("files.missing-columns");
    const result = readSchedule(dropped("e.csv", text), { mapping: { dueOn: "Quand" } });
    expect(!isRefusal(result) && result.items).toHaveLength(1);
  });
});
