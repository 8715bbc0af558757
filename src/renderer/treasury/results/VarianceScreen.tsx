import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { FiscalYear } from "#contract/book.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatMoney, formatMonth, formatMovement } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { varianceWords } from "#renderer/words/variance.ts";
import { TreasuryViews } from "../TreasuryViews.tsx";
import { usePosition } from "../use-forecast.ts";
import { Lead } from "./Lead.tsx";
import { type Months, monthsOf, usualMonths } from "./periods.ts";
import { ResultPage } from "./ResultPage.tsx";
import type { Behind } from "./SourcesPanel.tsx";
import { VarianceBridge } from "./VarianceBridge.tsx";
import { type Variance, VarianceSheets } from "./VarianceSheets.tsx";

/** Why the result of some months is not that of the budget. */
export function VarianceScreen(_: ScreenProps) {
  const w = useWords(varianceWords);
  const language = useLanguage();
  const [chosen, setChosen] = useKept<Months | undefined>("variance-months", undefined);
  const [behind, setBehind] = useState<Behind>();
  const years = useBookStatus().data?.years ?? [];
  const position = usePosition().data;
  const asOn = position && (position.asOn ?? todayHere());
  const months = chosen ?? (asOn === undefined ? undefined : usualMonths(asOn, years));
  const query = useQuery({
    queryKey: ["treasury", "variance", months?.fromMonth, months?.toMonth],
    queryFn: ({ signal }) =>
      office.treasury.variance(
        { fromMonth: months?.fromMonth ?? "", toMonth: months?.toMonth ?? "" },
        { signal },
      ),
    enabled: months !== undefined,
  });
  const close = () => setBehind(undefined);
  return (
    <>
      <PageHead
        title={w.title}
        period={
          months &&
          [months.fromMonth, months.toMonth].map((m) => formatMonth(m, language)).join(" – ")
        }
      >
        <TreasuryViews current="variance" />
        {months !== undefined && (
          <MonthsForm
            {...{ months, years }}
            onChange={(to) => {
              close();
              setChosen(to);
            }}
          />
        )}
      </PageHead>
      <ResultPage query={query} behind={behind} onClose={close}>
        {(variance) => (
          <Found {...{ variance, open: setBehind, close, version: query.dataUpdatedAt }} />
        )}
      </ResultPage>
    </>
  );
}

interface MonthsFormProps {
  months: Months;
  years: readonly FiscalYear[];
  onChange: (months: Months) => void;
}

/** A fiscal year, and its first and last months to compare. */
function MonthsForm({ months, years, onChange }: MonthsFormProps) {
  const w = useWords(varianceWords);
  const language = useLanguage();
  const year = years.find(
    (one) => one.startsOn.slice(0, 7) <= months.fromMonth && months.fromMonth <= one.endsOn,
  );
  const all = year === undefined ? [] : monthsOf(year);
  const named = (list: readonly string[]) =>
    list.map((month) => ({ value: month, label: formatMonth(month, language) }));
  return (
    <>
      <NativeSelect
        aria-label={w.year}
        value={String(year?.id ?? "")}
        data={years.toReversed().map((one) => ({
          value: String(one.id),
          label: `${w.year} ${one.endsOn.slice(0, 4)}`,
        }))}
        onChange={(event) => {
          const next = years.find((one) => String(one.id) === event.currentTarget.value);
          const [fromMonth, toMonth] = next ? [monthsOf(next)[0], monthsOf(next).at(-1)] : [];
          if (fromMonth !== undefined && toMonth !== undefined) onChange({ fromMonth, toMonth });
        }}
      />
      <NativeSelect
        aria-label={w.fromMonth}
        value={months.fromMonth}
        data={named(all.filter((month) => month <= months.toMonth))}
        onChange={(event) => onChange({ ...months, fromMonth: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={w.toMonth}
        value={months.toMonth}
        data={named(all.filter((month) => month >= months.fromMonth))}
        onChange={(event) => onChange({ ...months, toMonth: event.currentTarget.value })}
      />
    </>
  );
}

interface FoundProps {
  variance: Variance;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

function Found({ variance, ...props }: FoundProps) {
  const w = useWords(varianceWords);
  const language = useLanguage();
  const { budgetMinor, actualMinor, warnings } = variance;
  const gapMinor = actualMinor - budgetMinor;
  const apart = useMemo(() => apartOf(variance), [variance]);
  if (warnings.includes("no-budget")) {
    const action = { label: w.makeBudget, run: () => go("/statements/budget") };
    return <EmptyState sentence={w["no-budget"]} action={action} />;
  }
  const money = (minor: number) => formatMoney(minor, language);
  return (
    <>
      <Lead
        said={w.lead(money(actualMinor), money(budgetMinor), formatMovement(gapMinor, language))}
        notes={[
          apart === 0 ? w.adds : w.apart(money(apart)),
          ...warnings.map((warning) => w[warning]),
        ]}
      />
      <VarianceBridge variance={variance} open={props.open} />
      <VarianceSheets variance={variance} {...props} />
    </>
  );
}

/** What the parts leave out: of the whole, or of the first account that they do not add up to. */
function apartOf({ budgetMinor, actualMinor, bridge, accounts }: Variance): number {
  const whole = bridge.reduce(
    (left, { figure }) => left - (figure.value ?? 0),
    actualMinor - budgetMinor,
  );
  const byAccount = accounts.map((row) =>
    row.parts.reduce((left, part) => left - part.amountMinor, row.actualMinor - row.budgetMinor),
  );
  return whole || byAccount.find((left) => left !== 0) || 0;
}
