import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { useStable } from "#renderer/ui/use-stable.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./EntryFilters.module.css";
import { type EntryFilter, entryQuery, noFilter } from "./entry-filter.ts";

interface EntryFiltersProps {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
}

/** Journal, dates and words of the label or the document. */
export function EntryFilters({ filter, onChange }: EntryFiltersProps) {
  const w = useWords(ledgerWords);
  const journals = useQuery({
    queryKey: ["ledger", "journals"],
    queryFn: ({ signal }) => office.ledger.listJournals({}, { signal }),
  });
  const choices = (journals.data ?? []).map(({ code, label }) => ({
    value: code,
    label: `${code} – ${label}`,
  }));
  return (
    <search className={styles.filters}>
      <SearchBox
        key={filter === noFilter ? "none" : "some"}
        text={filter.search}
        onSettled={(search) => onChange({ ...filter, search })}
      />
      <NativeSelect
        aria-label={w.journal}
        data={[{ value: "", label: w.allJournals }, ...choices]}
        value={filter.journal}
        onChange={(event) => onChange({ ...filter, journal: event.currentTarget.value })}
      />
      <div className={styles.date}>
        <span aria-hidden="true">{w.from}</span>
        <DateInput
          isLabelHidden
          label={w.from}
          date={filter.fromOn}
          onChange={(fromOn) => onChange({ ...filter, fromOn })}
        />
      </div>
      <div className={styles.date}>
        <span aria-hidden="true">{w.to}</span>
        <DateInput
          isLabelHidden
          label={w.to}
          date={filter.toOn}
          onChange={(toOn) => onChange({ ...filter, toOn })}
        />
      </div>
      {Object.keys(entryQuery(filter)).length > 0 && (
        <Button variant="subtle" onClick={() => onChange(noFilter)}>
          {w.clear}
        </Button>
      )}
    </search>
  );
}

const PAUSE_MS = 200;

/** Typing never waits: the list follows once the fingers pause. */
function SearchBox({ text, onSettled }: { text: string; onSettled: (text: string) => void }) {
  const w = useWords(ledgerWords);
  const [typed, setTyped] = useState(text);
  const settle = useStable(onSettled);
  useEffect(() => {
    if (typed === text) return;
    const pause = setTimeout(() => settle(typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, text, settle]);
  return (
    <TextInput
      className={styles.search ?? ""}
      type="search"
      aria-label={w.search}
      placeholder={w.search}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
