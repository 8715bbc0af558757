import { useQuery } from "@tanstack/react-query";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The bank's own balance as the target, and how far the ledger still is from it. */
export function Target({ bankAccountId }: { bankAccountId: number }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["reconciliation", "target", bankAccountId],
    queryFn: ({ signal }) =>
      office.reconciliation.target(bankAccountId === 0 ? {} : { bankAccountId }, { signal }),
  });
  if (data === undefined || data.onDate === null) return null;
  const money = (minor: number) => formatMoney(minor, language);
  return (
    <span>
      {w.bankBalance(money(data.bankMinor), formatDate(data.onDate))} ·{" "}
      {w.ledgerBalance(money(data.ledgerMinor))} ·{" "}
      <strong>
        {data.differenceMinor === 0
          ? w.noDifference
          : w.openDifference(money(data.differenceMinor))}
      </strong>
    </span>
  );
}
