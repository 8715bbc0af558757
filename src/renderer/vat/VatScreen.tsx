import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import { RegimeForm } from "./RegimeForm.tsx";
import { ReturnSheet } from "./ReturnSheet.tsx";
import styles from "./Vat.module.css";
import { type Behind, VatLines } from "./VatLines.tsx";
import { VatViews } from "./VatViews.tsx";

/** The VAT returns: the next one to prepare, and those declared, each box open on its lines. */
export function VatScreen(_: ScreenProps) {
  const w = useWords(vatWords);
  const [chosen, setChosen] = useState<string>();
  const [behind, setBehind] = useState<Behind>();
  const returns = useQuery({
    queryKey: ["vat", "returns"],
    queryFn: ({ signal }) => office.vat.listReturns({}, { signal }),
  });
  const rows = returns.data ?? [];
  const endsOn = rows.find((row) => row.endsOn === chosen)?.endsOn ?? rows.at(-1)?.endsOn;
  const options = rows.toReversed().map((row) => ({
    value: row.endsOn,
    label: `${w.from(formatDate(row.startsOn), formatDate(row.endsOn))} · ${
      row.isDeclared ? w.declared : w.toPrepare
    }`,
  }));
  return (
    <>
      <PageHead title={w.title}>
        <VatViews current="returns" />
        {endsOn !== undefined && (
          <NativeSelect
            aria-label={w.period}
            value={endsOn}
            data={options}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setBehind(undefined);
            }}
          />
        )}
      </PageHead>
      {returns.isError && (
        <ProblemNotice error={returns.error} onRetry={() => void returns.refetch()} />
      )}
      <ListDetail
        list={
          <div className={styles.page}>
            {returns.isSuccess && rows.length === 0 && <RegimeForm />}
            {endsOn !== undefined && (
              <ReturnSheet
                key={endsOn}
                endsOn={endsOn}
                isLast={rows.findLast((row) => row.isDeclared)?.endsOn === endsOn}
                onOpen={setBehind}
              />
            )}
          </div>
        }
        detail={
          behind && (
            <VatLines endsOn={endsOn} behind={behind} onClose={() => setBehind(undefined)} />
          )
        }
      />
    </>
  );
}
