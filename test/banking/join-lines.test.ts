import { describe, expect, it } from "vitest";
import { type JoinedLine, joinLines } from "#main/banking/statement/join-lines.ts";

const line = (label: string, extra: Partial<JoinedLine> = {}): JoinedLine => ({
  bookedOn: "2026-03-14",
  amountMinor: 120_000,
  label,
  bankIds: [],
  ...extra,
});

const states = (known: JoinedLine[], incoming: JoinedLine[]) =>
  joinLines("FR761", known, incoming).map((j) => ("because" in j ? j.because : j.state));

describe("joining a file with what the book knows", () => {
  it("knows every line of the same file again, twins included", () => {
    const file = [line("CAFE"), line("CAFE"), line("VIR ATELIER FA-12")];
    expect(states(file, file)).toEqual(["fingerprint", "fingerprint", "fingerprint"]);
    expect(states(file.slice(1), file)).toEqual(["fingerprint", "new", "fingerprint"]);
  });

  it("knows a line of another format by its bank id", () => {
    const known = [line("VIR SEPA", { bankIds: ["X1", "E2"] })];
    expect(states(known, [line("autre texte", { bankIds: ["E2"] })])).toEqual(["bank-id"]);
  });

  it("knows a line of another format when one label holds the words of the other", () => {
    const known = [line("VIR SEPA RECU /DE ATELIER /MOTIF FACTURE FA-2026-0012")];
    expect(states(known, [line("Facture FA-2026-0012")])).toEqual(["same-words"]);
  });

  it("leaves a line with another reference to a person: two customers may pay one amount", () => {
    const known = [line("VIR ATELIER FA-2026-0012")];
    expect(states(known, [line("VIR ATELIER FA-2026-0013")])).toEqual(["doubtful"]);
    expect(states(known, [line("VIREMENT SEPA")])).toEqual(["doubtful"]);
  });

  it("uses a known line once, surest first", () => {
    const known = [line("VIR ATELIER FA-1"), line("VIR SEPA BOUTIQUE FA-2")];
    const incoming = [line("BOUTIQUE FA-2"), line("VIR ATELIER FA-1"), line("BOUTIQUE FA-2")];
    expect(states(known, incoming)).toEqual(["same-words", "fingerprint", "new"]);
  });

  it("never joins lines of different days, accounts or cents", () => {
    const known = [line("ATELIER FA-1", { bankIds: ["1"] })];
    expect(states(known, [line("ATELIER FA-1", { bookedOn: "2026-03-15" })])).toEqual(["new"]);
    expect(states(known, [line("ATELIER FA-1", { amountMinor: 1, bankIds: ["1"] })])).toEqual([
      "new",
    ]);
  });
});
