import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { signalWords } from "#renderer/words/reasons.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { BankFilter } from "./bank-filter.ts";

const STATES = ["open", "unmatched", "suggested", "abstained", "matched", "to-review"] as const;

/** Reasons worth looking for, in the order in which people do. */
const SIGNALS = [
  ...["own-reference", "structured-reference", "iban", "party-name", "exact-amount"],
  ...["sum-of-items", "partial", "over-payment", "fee", "discount", "foreign-amount", "one-cent"],
  ...["mirror-line", "returned-payment", "ledger-item", "loan-instalment", "precedent", "rule"],
  ...["tie", "conflict", "weak", "refused-before"],
] as const;

/** Narrows the bank lines by state, account and words. */
export function BankFilters(props: { filter: BankFilter; onChange: (filter: BankFilter) => void }) {
  const { filter, onChange } = props;
  const w = useWords(bankWords);
  const s = useWords(signalWords);
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
        chips={STATES.map((key) => ({ key, label: w[key === "to-review" ? "toReview" : key] }))}
        active={new Set(filter.state === "all" ? [] : [filter.state])}
        onChange={(active) => {
          const [state = "all"] = [...active] as BankFilter["state"][];
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
      <NativeSelect
        aria-label={w.reason}
        value={filter.signal}
        data={[
          { value: "", label: w.anyReason },
          ...SIGNALS.map((signal) => ({ value: signal, label: s[signal] })),
        ]}
        onChange={(event) => onChange({ ...filter, signal: event.currentTarget.value })}
      />
      {filter.day !== "" && (
        <Button variant="default" onClick={() => onChange({ ...filter, day: "" })}>
          {w.onlyDay(formatDate(filter.day))} ✕
        </Button>
      )}
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
