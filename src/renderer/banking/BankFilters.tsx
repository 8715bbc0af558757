import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { BankLineRow } from "#contract/reconciliation.ts";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { BankFilter } from "./bank-filter.ts";

const STATES = ["unmatched", "suggested", "abstained", "matched"] as const;

/** Narrows the bank lines by state, account and words. */
export function BankFilters(props: { filter: BankFilter; onChange: (filter: BankFilter) => void }) {
  const { filter, onChange } = props;
  const w = useWords(bankWords);
  const language = useLanguage();
  const accounts = useQuery({
    queryKey: ["banking", "accounts"],
    queryFn: ({ signal }) => office.banking.listAccounts({}, { signal }),
  });
  const choices = (accounts.data ?? []).map((a) => ({
    value: String(a.id),
    label: `${a.name} · ${formatMoney(a.balanceMinor, language)}`,
  }));
  return (
    <>
      <FilterChips
        isSingle
        chips={STATES.map((key) => ({ key, label: w[key] }))}
        active={new Set(filter.state === "all" ? [] : [filter.state])}
        onChange={(active) => {
          const [state = "all"] = [...active] as BankLineRow["state"][];
          onChange({ ...filter, state });
        }}
      />
      <NativeSelect
        aria-label={w.account}
        value={String(filter.bankAccountId)}
        data={[{ value: "0", label: w.allAccounts }, ...choices]}
        onChange={(event) =>
          onChange({ ...filter, bankAccountId: Number(event.currentTarget.value) })
        }
      />
      <TextInput
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
    </>
  );
}
