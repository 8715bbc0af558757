import { queryOptions } from "@tanstack/react-query";
import type { SourceRef } from "#contract/finding.ts";
import { office } from "#renderer/office.ts";

/** A row behind a figure, as one line of a list. */
export interface Source {
  address: string;
  label: string;
  /** Who or what it is about, beside its own name. */
  detail?: string;
  on?: string;
  amountMinor?: number;
}

/** Most parties that the office gives at once. */
const MOST_PARTIES = 500;

/** What a reference of a finding points to, read once. */
export function sourceQuery(ref: SourceRef) {
  return queryOptions({
    queryKey: ["treasury", "source", ref.kind, ref.id],
    queryFn: ({ signal }) => readSource(ref, signal),
  });
}

async function readSource({ kind, id }: SourceRef, signal: AbortSignal): Promise<Source> {
  switch (kind) {
    case "invoice":
    case "credit-note": {
      const found = await office.invoicing.getInvoice({ invoiceId: Number(id) }, { signal });
      return tradeSource(found, `#/sales?invoice=${id}`);
    }
    case "bill":
    case "bill-credit-note": {
      const found = await office.purchases.getBill({ billId: Number(id) }, { signal });
      return tradeSource(found, `#/purchases?bill=${id}`);
    }
    case "bank-line": {
      const line = await office.reconciliation.getLine({ bankLineId: Number(id) }, { signal });
      const { label, bookedOn, amountMinor } = line;
      return { address: `#/bank?line=${id}`, label, on: bookedOn, amountMinor };
    }
    case "entry": {
      const entry = await office.ledger.getEntry({ entryId: Number(id) }, { signal });
      const address = `#/entries?entry=${id}`;
      return { address, label: entry.label, on: entry.datedOn };
    }
    case "party":
      return partySource(Number(id), signal);
    case "account":
      return accountSource(id, signal);
    case "schedule": {
      const rows = await office.treasury.listSchedule({}, { signal });
      const row = rows.find((one) => one.id === Number(id));
      const told = row && { label: row.label, on: row.dueOn, amountMinor: row.amountMinor };
      return { address: "#/treasury", label: id, ...told };
    }
  }
}

interface Trade {
  number: string;
  partyName: string;
  issuedOn: string;
  netMinor: number;
}

function tradeSource({ number, partyName, issuedOn, netMinor }: Trade, address: string): Source {
  return { address, label: number, detail: partyName, on: issuedOn, amountMinor: netMinor };
}

async function partySource(id: number, signal: AbortSignal): Promise<Source> {
  const parties = await office.ledger.listParties({ limit: MOST_PARTIES }, { signal });
  const party = parties.find((one) => one.id === id);
  const list = party?.kind === "supplier" ? "#/purchases" : "#/sales";
  const address = party ? `${list}?search=${encodeURIComponent(party.name)}` : list;
  return { address, label: party?.name ?? `${id}` };
}

async function accountSource(account: string, signal: AbortSignal): Promise<Source> {
  const fiscalYearId = (await office.book.status({}, { signal })).years?.at(-1)?.id ?? 0;
  const asked = { fiscalYearId, search: account, limit: 10 };
  const accounts = await office.ledger.listAccounts(asked, { signal });
  const label = accounts.find((one) => one.number === account)?.label ?? "";
  const address = `#/entries/account/${account}`;
  return { address, label: account, detail: label };
}
