import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { labelWords } from "#main/treasury/engines/label-words.ts";
import {
  type BankHistoryLine,
  expectedDates,
  recurringFlows,
} from "#main/treasury/engines/recurring-flows.ts";

const asOn = "2026-06-30";

function line(id: string, bookedOn: string, amountMinor: number, label: string): BankHistoryLine {
  return { id, bookedOn, amountMinor, label, matched: false };
}

describe("label words", () => {
  test("drops dates, references, months and payment jargon", () => {
    expect(labelWords("PRLV SEPA Électricité de l'Ouest REF 2024-0031 JANVIER 2026")).toEqual([
      "ELECTRICITE",
      "OUEST",
    ]);
    expect(labelWords("VIR SALAIRES 03/26")).toEqual(labelWords("VIREMENT SALAIRE 04/26"));
    expect(labelWords("PAIEMENT CB 1204")).toEqual(["PAIEMENT", "CB"]);
    expect(labelWords("12345")).toEqual([]);
  });
});

describe("recurring flows, by hand", () => {
  const rent = ["2026-02-05", "2026-03-05", "2026-04-07", "2026-05-05", "2026-06-05"].map((on, i) =>
    line(`r${i}`, on, -120_000, `PRLV LOYER ${on.slice(5, 7)}/26`),
  );

  test("a monthly rent, with its next date on its usual day", () => {
    const [flow, ...others] = recurringFlows({ asOn, bankHistory: rent });
    expect(others).toEqual([]);
    expect(flow).toMatchObject({
      every: { months: 1 },
      amountMinor: -120_000,
      band: { lowMinor: -120_000, highMinor: -120_000 },
      lastOn: "2026-06-05",
      nextOn: "2026-07-05",
      observations: 5,
      billed: false,
    });
    expect(expectedDates(flow!, asOn, "2026-09-28")).toEqual([
      "2026-07-05",
      "2026-08-05",
      "2026-09-05",
    ]);
  });

  test("the end of the month stays the end of the month", () => {
    const days = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
    const wages = [...days, "2026-06-30"].map((on, i) => line(`w${i}`, on, -900_000, "VIR PAIE"));
    const [flow] = recurringFlows({ asOn, bankHistory: wages });
    expect(flow?.nextOn).toBe("2026-07-31");
  });

  test("two loans of one lender are two flows", () => {
    const loans = [0, 1, 2, 3, 4, 5].flatMap((n) => [
      line(`a${n}`, addMonths("2026-01-10", n), -50_000, "ECH PRET CREDIT DU NORD"),
      line(`b${n}`, addMonths("2026-01-25", n), -210_000, "ECH PRET CREDIT DU NORD"),
    ]);
    const flows = recurringFlows({ asOn, bankHistory: loans });
    expect(flows.map((f) => [f.amountMinor, f.nextOn])).toEqual([
      [-50_000, "2026-07-10"],
      [-210_000, "2026-07-25"],
    ]);
  });

  test("several wages of one day are one hit", () => {
    const wages = [1, 2, 3, 4, 5].flatMap((n) =>
      ["x", "y", "z"].map((who) =>
        line(`${who}${n}`, addMonths("2026-01-28", n), -200_000, "VIR SALAIRES"),
      ),
    );
    const [flow] = recurringFlows({ asOn, bankHistory: wages });
    expect(flow).toMatchObject({ amountMinor: -600_000, observations: 5 });
    expect(flow?.lineIds).toHaveLength(15);
  });

  test("what has stopped, wanders or varies is not recurring", () => {
    const stopped = rent.filter((l) => l.bookedOn < "2026-05-10");
    expect(recurringFlows({ asOn, bankHistory: stopped })).toEqual([]);
    const varied = rent.map((l, i) => ({ ...l, amountMinor: -10_000 * 3 ** i }));
    expect(recurringFlows({ asOn, bankHistory: varied })).toEqual([]);
    const wandering = [0, 12, 45, 58, 101, 116].map((d, i) =>
      line(`s${i}`, addDays("2026-02-20", d), -4_000, "CB RESTAURANT DU PORT"),
    );
    expect(recurringFlows({ asOn, bankHistory: wandering })).toEqual([]);
  });

  test("a missed month is forgiven, the future is not read", () => {
    const gap = [0, 1, 2, 4, 5, 6, 7].map((n) =>
      line(`g${n}`, addMonths("2025-11-12", n), -3_000, "PRLV TELECOM"),
    );
    const future = line("f", "2026-07-12", -3_000, "PRLV TELECOM");
    const [flow] = recurringFlows({ asOn, bankHistory: [...gap, future] });
    expect(flow).toMatchObject({ nextOn: "2026-07-12", observations: 7 });
  });
});

interface Planted {
  name: string;
  months: number;
  sizeMinor: number;
}

/** Two years of lines: planted flows with jitter, and shops, clients and one-offs as noise. */
function plantedHistory(seed: number): { lines: BankHistoryLine[]; planted: Planted[] } {
  const source = random(seed);
  const pick = (n: number) => Math.floor(source.next() * n);
  const name = () => Array.from({ length: 7 }, () => String.fromCharCode(65 + pick(26))).join("");
  const planted: Planted[] = Array.from({ length: 40 }, (_, i) => ({
    name: `FLUX${name()}`,
    months: [1, 1, 1, 1, 3, 1, 6, 2][i % 8] ?? 1,
    sizeMinor: 2_000 + pick(300_000),
  }));
  const lines: BankHistoryLine[] = [];
  for (const [i, { name: who, months, sizeMinor }] of planted.entries()) {
    const day = addDays("2024-07-01", pick(25));
    for (let n = 0; ; n += months) {
      const on = addDays(addMonths(day, n), pick(5) - 1);
      if (on > asOn) break;
      const amount = -Math.round(sizeMinor * (0.92 + 0.16 * source.next()));
      lines.push(line(`p${i}-${n}`, on, amount, `PRLV SEPA ${who} ${pick(99_999)}`));
    }
  }
  const shops = Array.from({ length: 60 }, () => `CB ${name()}`);
  for (let i = 0; i < 2_400; i++) {
    const on = addDays("2024-07-01", pick(729));
    const shop = shops[pick(shops.length)] ?? "";
    lines.push(line(`n${i}`, on, -(500 + pick(40_000)), `${shop} ${on}`));
  }
  return { lines, planted };
}

test("planted flows are found and little else", () => {
  let found = 0;
  let right = 0;
  let planted = 0;
  let recalled = 0;
  for (const seed of [1, 2, 3, 4, 5]) {
    const history = plantedHistory(seed);
    const flows = recurringFlows({ asOn, bankHistory: history.lines });
    const names = history.planted.map((p) => labelWords(p.name).join(" "));
    const hit = flows.filter((f) => names.some((n) => f.key === `-${n}`));
    found += flows.length;
    right += hit.length;
    planted += names.length;
    recalled += new Set(hit.map((f) => f.key)).size;
  }
  const precision = right / found;
  const recall = recalled / planted;
  process.stdout.write(
    `recurring flows: precision ${(100 * precision).toFixed(1)} %, ` +
      `recall ${(100 * recall).toFixed(1)} % of ${planted} planted\n`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});
