import { describe, expect, test } from "vitest";
import { parisDay, toFeedAccount, toFeedLine } from "#main/providers/qonto/map.ts";
import { qontoAccount, qontoTransaction } from "#main/providers/qonto/schema.ts";

const theirs = {
  id: "7b7a5ed6-3983-47c6-9a2c-2f3e0f8a0001",
  transaction_id: "acme-transaction-1",
  amount: "19,99",
  amount_cents: 2_999,
  currency: "EUR",
  local_amount_cents: 3_300,
  local_currency: "USD",
  side: "debit",
  operation_type: "transfer",
  status: "completed",
  label: "PAPETERIE DU PONT",
  clean_counterparty_name: "Papeterie du Pont",
  reference: " FA-2026-118 ",
  settled_at: "2026-06-30T22:30:00.000Z",
  emitted_at: "2026-06-28T10:00:00.000Z",
  updated_at: "2026-06-30T22:31:00.000Z",
  transfer: {
    counterparty_account_number: "FR76 3000 1007 9412 3456 7890 185",
    counterparty_account_number_format: "IBAN",
  },
  a_field_of_tomorrow: { nested: true },
};

describe("their transaction as our line", () => {
  test("cents, sign, French day, reference and IBAN", () => {
    expect(toFeedLine(qontoTransaction.parse(theirs))).toEqual({
      id: theirs.id,
      bookedOn: "2026-07-01",
      amountMinor: -2_999,
      currency: "EUR",
      label: "PAPETERIE DU PONT",
      counterpartyName: "Papeterie du Pont",
      counterpartyIban: "FR7630001007941234567890185",
      reference: "FA-2026-118",
      status: "booked",
    });
  });

  test("a credit is positive, a card has no IBAN, zero has no sign", () => {
    const { transfer: _transfer, reference: _reference, ...card } = theirs;
    const line = toFeedLine(qontoTransaction.parse({ ...card, side: "credit" }));
    expect(line.amountMinor).toBe(2_999);
    expect(line).not.toHaveProperty("counterpartyIban");
    expect(line).not.toHaveProperty("reference");
    const zero = toFeedLine(qontoTransaction.parse({ ...theirs, amount_cents: 0 }));
    expect(Object.is(zero.amountMinor, 0)).toBe(true);
  });

  test("an account number that is no IBAN is not taken for one", () => {
    const foreign = {
      ...theirs,
      transfer: {
        counterparty_account_number: "000123456",
        counterparty_account_number_format: "ACCOUNT_NUMBER",
      },
    };
    expect(toFeedLine(qontoTransaction.parse(foreign))).not.toHaveProperty("counterpartyIban");
  });

  test("pending and declined are never booked", () => {
    const open = { ...theirs, settled_at: null };
    const status = (s: string) => toFeedLine(qontoTransaction.parse({ ...open, status: s }));
    expect(status("pending")).toMatchObject({ status: "pending", bookedOn: "2026-06-28" });
    expect(status("declined").status).toBe("cancelled");
    expect(status("canceled").status).toBe("cancelled");
  });

  test.each([
    ["2026-03-28T23:30:00Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-25T22:30:00Z", "2026-10-25"],
    ["2026-12-31T23:00:00.000Z", "2027-01-01"],
    ["2026-12-31T22:59:59.999Z", "2026-12-31"],
    ["2026-07-01T00:30:00+02:00", "2026-07-01"],
  ])("%s is %s in Paris", (instant, day) => {
    expect(parisDay(instant)).toBe(day);
  });
});

describe("what we rely on is required", () => {
  test.each([
    ["amount_cents", 12.5],
    ["amount_cents", "2999"],
    ["amount_cents", -1],
    ["amount_cents", 2 ** 53],
    ["side", "both"],
    ["status", "reversed"],
    ["currency", "euro"],
    ["settled_at", null],
    ["settled_at", "30/06/2026"],
    ["updated_at", undefined],
    ["id", ""],
    ["label", null],
  ])("%s = %s is refused", (field, value) => {
    const parsed = qontoTransaction.safeParse({ ...theirs, [field]: value });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });

  test("an account", () => {
    const account = {
      id: "018f71db-c635-78b5-b90a-ea05de98c2bf",
      iban: "FR7616958000010000000000042",
      name: "Compte principal",
      currency: "EUR",
      balance: 1.1,
      balance_cents: 123_456,
      status: "active",
      main: true,
    };
    expect(toFeedAccount(qontoAccount.parse(account))).toEqual({
      id: account.id,
      iban: account.iban,
      name: "Compte principal",
      currency: "EUR",
      balanceMinor: 123_456,
      closed: false,
    });
    expect(toFeedAccount(qontoAccount.parse({ ...account, status: "closed" })).closed).toBe(true);
    expect(qontoAccount.safeParse({ ...account, balance_cents: 1.5 }).success).toBe(false);
  });
});
