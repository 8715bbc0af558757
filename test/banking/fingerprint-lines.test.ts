import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintLines, lineFingerprint } from "#main/banking/statement/fingerprint-lines.ts";

const line = (label: string, amountMinor = -1250, bookedOn = "2026-03-14") => ({
  bookedOn,
  amountMinor,
  label,
});

describe("fingerprints of lines", () => {
  it("see the same line through spacing, case and accents", () => {
    const print = lineFingerprint("FR76 1", line("CARTE  13/03 Café"));
    expect(lineFingerprint("fr761", line("carte 13/03 CAFE"))).toBe(print);
  });

  it("tell apart account, day, cents and label", () => {
    const all = [
      lineFingerprint("A", line("x")),
      lineFingerprint("B", line("x")),
      lineFingerprint("A", line("y")),
      lineFingerprint("A", line("x", -1251)),
      lineFingerprint("A", line("x", -1250, "2026-03-15")),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it("rank identical true lines, so that three stay three and a second import adds none", () => {
    const file = [line("CAFE"), line("CAFE"), line("PAIN"), line("CAFE")];
    const prints = fingerprintLines("A", file);
    expect(new Set(prints).size).toBe(4);
    expect(fingerprintLines("A", file)).toEqual(prints);
  });

  it("add exactly the new twin of a later extract, whatever the order of lines", () => {
    const labels = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(labels, labels, (first, more) => {
        const book = new Set(
          fingerprintLines(
            "A",
            first.map((l) => line(l)),
          ),
        );
        const later = [...more, ...first].reverse().map((l) => line(l));
        for (const print of fingerprintLines("A", later)) book.add(print);
        expect(book.size).toBe(first.length + more.length);
      }),
    );
  });
});
