import { Button, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { DraftRow, ValidationScope } from "#contract/entry.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatMonth } from "#renderer/format.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Entering.module.css";
import { ValidateDrafts } from "./ValidateDrafts.tsx";

interface DraftFilter {
  journal: string;
  month: string;
}

/** The drafts by date, to open, to validate by selection or by journal and month, to delete. */
export function DraftsScreen(_: ScreenProps) {
  const w = useWords(enteringWords);
  const [filter, setFilter] = useState<DraftFilter>({ journal: "", month: "" });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [scope, setScope] = useState<ValidationScope | undefined>(undefined);
  const columns = useMemo(() => columnsOf(w), [w]);
  const { journal, month } = filter;
  const asked = { ...(journal && { journal }), ...(month && { month }) };
  const clear = () => setMarked(new Set());
  return (
    <>
      <PageHead title={w.drafts}>
        <LedgerViews current="drafts" />
        <Filters filter={filter} onChange={setFilter} />
        <Deeds {...{ filter, marked, onDone: clear }} onValidate={setScope} />
      </PageHead>
      <ListDetail
        list={
          <DataTable
            label={w.drafts}
            tableId="drafts"
            columns={columns}
            source={{
              queryKey: ["entry", "drafts", asked],
              fetchPage: (after: string | undefined, limit, signal) =>
                office.entry.listDrafts({ limit, ...(after && { after }), ...asked }, { signal }),
            }}
            rowKey={(row) => String(row.draftId)}
            empty={{
              sentence: w.noDrafts,
              action: { label: w.newEntry, run: () => go("/entries/enter") },
            }}
            marked={marked}
            onMark={setMarked}
            onOpen={(row) => {
              window.location.hash = `/entries/enter?draft=${row.draftId}`;
            }}
          />
        }
      />
      {scope !== undefined && (
        <ValidateDrafts scope={scope} onDone={clear} onClose={() => setScope(undefined)} />
      )}
    </>
  );
}

interface DeedsProps {
  filter: DraftFilter;
  marked: ReadonlySet<string>;
  onValidate: (scope: ValidationScope) => void;
  onDone: () => void;
}

function Deeds({ filter, marked, onValidate, onDone }: DeedsProps) {
  const w = useWords(enteringWords);
  return (
    <div className={styles.bar}>
      <Button
        disabled={filter.journal === "" || filter.month === ""}
        onClick={() => onValidate({ ...filter })}
      >
        {w.validateMonth}
      </Button>
      <Button
        variant="default"
        disabled={marked.size === 0}
        onClick={() => onValidate({ draftIds: [...marked].map(Number) })}
      >
        {w.validateMarked(marked.size)}
      </Button>
      <DeleteMarked marked={marked} onDone={onDone} />
      <MakeDue />
    </div>
  );
}

/** Months offered around today: the year before and what is left of this one. */
function monthsAround(todayOn: string): string[] {
  const year = Number(todayOn.slice(0, 4));
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
  return [year + 1, year, year - 1].flatMap((y) => months.map((m) => `${y}-${m}`).toReversed());
}

interface FiltersProps {
  filter: DraftFilter;
  onChange: (filter: DraftFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const w = useWords(enteringWords);
  const language = useLanguage();
  const journals = useQuery({
    queryKey: ["ledger", "journals"],
    queryFn: ({ signal }) => office.ledger.listJournals({}, { signal }),
  });
  const choices = (journals.data ?? []).map(({ code, label }) => ({
    value: code,
    label: `${code} ${label}`,
  }));
  const months = monthsAround(todayHere()).map((month) => ({
    value: month,
    label: formatMonth(month, language),
  }));
  return (
    <search className={styles.bar}>
      <NativeSelect
        aria-label={w.journal}
        data={[{ value: "", label: w.allJournals }, ...choices]}
        value={filter.journal}
        onChange={(event) => onChange({ ...filter, journal: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={w.month}
        data={[{ value: "", label: w.allMonths }, ...months]}
        value={filter.month}
        onChange={(event) => onChange({ ...filter, month: event.currentTarget.value })}
      />
    </search>
  );
}

function DeleteMarked({ marked, onDone }: { marked: ReadonlySet<string>; onDone: () => void }) {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    for (const id of marked) await office.ledger.deleteDraft({ draftId: Number(id) });
    onDone();
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" disabled={marked.size === 0} onClick={() => setIsAsking(true)}>
        {w.deleteMarked(marked.size)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDestructive
        title={w.deleteTitle(marked.size)}
        verb={w.deleteVerb}
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

/** Recurring entries due today, made into drafts in one go. */
function MakeDue() {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const untilOn = todayHere();
  const due = useQuery({
    queryKey: ["entry", "due", untilOn],
    queryFn: ({ signal }) => office.entry.listDue({ untilOn }, { signal }),
  });
  const count = due.data?.length ?? 0;
  const make = async () => {
    const { draftIds } = await office.entry.makeDue({ untilOn });
    notify(w.dueMade(draftIds.length));
    await client.invalidateQueries();
  };
  if (count === 0) return null;
  return (
    <Button variant="default" onClick={() => void make()}>
      {w.due(count)}
    </Button>
  );
}

function columnsOf(w: Words<typeof enteringWords>): Column<DraftRow>[] {
  return [
    { key: "date", label: w.date, type: "date", value: (row) => row.datedOn },
    {
      key: "journal",
      label: w.journal,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.journal,
    },
    { key: "piece", label: w.piece, type: "text", minRem: 9, share: 0, value: (r) => r.pieceRef },
    { key: "label", label: w.label, type: "text", share: 3, value: (row) => row.label },
    { key: "amount", label: w.amount, type: "money", value: (row) => row.totalMinor },
    { key: "difference", label: w.difference, type: "money", value: (row) => row.differenceMinor },
  ];
}
