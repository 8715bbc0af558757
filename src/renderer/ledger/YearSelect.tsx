import { NativeSelect } from "@mantine/core";
import type { FiscalYear } from "#contract/book.ts";
import { formatDate } from "#renderer/format.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";

interface YearSelectProps {
  years: readonly FiscalYear[];
  yearId: number | undefined;
  onChange: (yearId: number) => void;
}

/** The fiscal year that a sheet shows. */
export function YearSelect({ years, yearId, onChange }: YearSelectProps) {
  const w = useWords(ledgerWords);
  return (
    <NativeSelect
      aria-label={w.year}
      value={yearId ?? ""}
      data={years.map((year) => ({
        value: String(year.id),
        label: w.yearOf(formatDate(year.startsOn), formatDate(year.endsOn)),
      }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
