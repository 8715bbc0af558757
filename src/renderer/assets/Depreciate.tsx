import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { assetWords } from "#renderer/words/assets.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

/** Books a year's depreciation after showing what it is. */
export function Depreciate() {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const years = useBookStatus().data?.years ?? [];
  const [yearId, setYearId] = useState<number>();
  const year = years.find((one) => one.id === yearId);
  const post = async () => {
    if (yearId === undefined) return;
    await office.assets.depreciate({ fiscalYearId: yearId });
    notify(w.depreciatedDone);
    await client.invalidateQueries();
  };
  return (
    <>
      {years.map((one) => (
        <Button key={one.id} variant="default" onClick={() => setYearId(one.id)}>
          {w.depreciate(one.endsOn.slice(0, 4))}
        </Button>
      ))}
      {year !== undefined && (
        <ConfirmDialog
          isOpen
          isFinal
          title={w.depreciateTitle(year.endsOn.slice(0, 4))}
          verb={w.depreciateVerb}
          onConfirm={post}
          onClose={() => setYearId(undefined)}
        >
          <Preview fiscalYearId={year.id} />
        </ConfirmDialog>
      )}
    </>
  );
}

function Preview({ fiscalYearId }: { fiscalYearId: number }) {
  const w = useWords(assetWords);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ["assets", "preview", fiscalYearId],
    queryFn: () => office.assets.depreciate({ fiscalYearId, preview: true }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (error !== null) return <ProblemNotice error={error} />;
  if (data?.assets.length === 0) return <p>{w.nothingDue}</p>;
  return (
    <ul className={styles.amounts}>
      {data?.assets.map((one) => (
        <li key={one.label}>
          <span>{one.label}</span>
          <span>{formatMoney(one.amountMinor, language)}</span>
        </li>
      ))}
    </ul>
  );
}
