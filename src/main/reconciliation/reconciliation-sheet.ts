import { dateWords } from "#contract/sentence.ts";
import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { type BankAccountRow, bankAccount } from "#main/banking/bank-accounts.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import {
  fromList,
  moneyColumn,
  type StatementSheet,
  say,
  textColumn,
} from "#main/ledger/statements/statement-sheet.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type AccountProof, accountProof } from "./proof/account-proof.ts";

export interface SheetAsked extends Pick<StatementAsked, "language"> {
  bankAccountId: number;
  onDate: string;
}

/**
 * The reconciliation statement (état de rapprochement) of a bank account on a day: from the
 * ledger's balance to the bank's, through what each side lacks.
 */
export function reconciliationSheet(
  read: ReadHandle,
  asked: SheetAsked,
): (StatementSheet & { company: string }) | Refusal {
  const { bankAccountId, onDate } = asked;
  const bank = bankAccount(read, bankAccountId);
  if (bank === undefined) return refuse("banking.unknown-account", { bankAccountId });
  const proof = accountProof(read, bank, onDate);
  if (isRefusal(proof)) return proof;
  const { name } = read.reading("SELECT name FROM company").get() as { name: string };
  return {
    title: say(asked, "État de rapprochement bancaire", "Bank reconciliation statement"),
    company: name,
    filter: filterOf(asked, bank, proof),
    columns: [
      { key: "date", label: "Date", type: "date", share: 1 },
      textColumn("label", say(asked, "Libellé", "Label"), 6),
      moneyColumn("amount", say(asked, "Montant", "Amount")),
    ],
    rows: fromList(rowsOf(asked, bank, proof)),
  };
}

function filterOf(asked: SheetAsked, bank: BankAccountRow, proof: AccountProof): string[] {
  const day = dateWords(asked.onDate);
  const stated = proof.statedOn;
  return [
    [bank.name, bank.iban, bank.account].filter((part) => part !== null).join(" · "),
    say(asked, `Au ${day}`, `On ${day}`),
    stated === null
      ? say(asked, "Aucun relevé ne donne de solde", "No statement gives a balance")
      : say(
          asked,
          `Dernier solde annoncé par la banque le ${dateWords(stated)}`,
          `Last balance stated by the bank on ${dateWords(stated)}`,
        ),
  ];
}

function rowsOf(asked: SheetAsked, bank: BankAccountRow, proof: AccountProof): StatementRow[] {
  const sum = (id: string, label: string, minor: number): StatementRow => ({
    ...{ id, kind: "subtotal", cells: ["", label, minor] },
    ...(id === "ledger" ? { account: bank.account } : {}),
  });
  const heading = (id: string, label: string): StatementRow => ({
    ...{ id, kind: "heading", cells: [label, null, null] },
  });
  const unposted = proof.unposted.map(
    ({ bankLineId, bookedOn, label, amountMinor }): StatementRow => ({
      ...{ id: `bank-line-${bankLineId}`, kind: "line", cells: [bookedOn, label, amountMinor] },
      bankLineId,
    }),
  );
  const unseen = proof.unseen.map(
    ({ lineId, entryId, datedOn, label, amountMinor }): StatementRow => ({
      ...{ id: `line-${lineId}`, kind: "line", cells: [datedOn, label, -amountMinor] },
      entryId,
    }),
  );
  const { expectedMinor, bankMinor, differenceMinor } = proof;
  return [
    sum("ledger", say(asked, "Solde en comptabilité", "Balance in the ledger"), proof.ledgerMinor),
    heading(
      "unposted",
      say(asked, "À la banque, pas en comptabilité", "At the bank, not in the ledger"),
    ),
    ...unposted,
    heading(
      "unseen",
      say(
        asked,
        "En comptabilité, pas à la banque (signe inversé)",
        "In the ledger, not at the bank (sign reversed)",
      ),
    ),
    ...unseen,
    sum("expected", say(asked, "Solde attendu à la banque", "Balance expected"), expectedMinor),
    sum("bank", say(asked, "Solde à la banque", "Balance at the bank"), bankMinor),
    {
      id: "difference",
      kind: "total",
      cells: ["", say(asked, "Écart à expliquer", "Difference to explain"), differenceMinor],
    },
  ];
}
