import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { assetWords } from "#renderer/words/assets.ts";
import { currencyWords } from "#renderer/words/currency.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";

export type LedgerView =
  | "entries"
  | "enter"
  | "drafts"
  | "recurring"
  | "lettering"
  | "aged"
  | "balance"
  | "currencies"
  | "assets"
  | "loans";

/** The views of the same lines: entries by date, balances by account, and what is done with them. */
export function LedgerViews({ current }: { current: LedgerView }) {
  const w = useWords(ledgerWords);
  const { enter, drafts, recurring } = useWords(enteringWords);
  const lettering = useWords(letteringWords);
  const assets = useWords(assetWords);
  const { title: currencies } = useWords(currencyWords);
  const views = [
    { id: "entries", address: "#/entries", label: w.entries },
    { id: "enter", address: "#/entries/enter", label: enter },
    { id: "drafts", address: "#/entries/drafts", label: drafts },
    { id: "recurring", address: "#/entries/recurring", label: recurring },
    { id: "balance", address: "#/entries/balance", label: w.trialBalance },
    { id: "lettering", address: "#/entries/lettering", label: lettering.title },
    { id: "aged", address: "#/entries/aged", label: lettering.aged },
    { id: "assets", address: "#/entries/assets", label: assets.title },
    { id: "loans", address: "#/entries/loans", label: assets.loans },
    { id: "currencies", address: "#/entries/currencies", label: currencies },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
