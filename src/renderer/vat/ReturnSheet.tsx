import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { VatReturn } from "#contract/vat.ts";
import { formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import { Boxes } from "./Boxes.tsx";
import { Declare } from "./Declare.tsx";
import { RegimeForm } from "./RegimeForm.tsx";
import { UndoLast } from "./UndoLast.tsx";
import styles from "./Vat.module.css";
import { VatFiles } from "./VatFiles.tsx";
import type { Behind } from "./VatLines.tsx";

interface ReturnSheetProps {
  endsOn: string;
  /** The last one declared, which can be undone. */
  isLast: boolean;
  onOpen: (behind: Behind) => void;
}

/** One return: what stands in its way, its boxes, and its settlement. */
export function ReturnSheet({ endsOn, isLast, onOpen }: ReturnSheetProps) {
  const w = useWords(vatWords);
  const [refundMinor, setRefundMinor] = useState(0);
  const [withEmpty, setWithEmpty] = useState(false);
  const [isChanging, setIsChanging] = useState(false);
  const query = useQuery({
    queryKey: ["vat", "return", endsOn, refundMinor],
    queryFn: ({ signal }) => office.vat.getReturn({ endsOn, refundMinor }, { signal }),
    placeholderData: (earlier) => earlier,
  });
  const { data } = query;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <State sheet={data} onLate={() => onOpen({ onlyLate: true })} />
      <Checkbox
        label={w.emptyBoxes}
        checked={withEmpty}
        onChange={(event) => setWithEmpty(event.currentTarget.checked)}
      />
      <Boxes sheet={data} withEmpty={withEmpty} onOpen={(box) => onOpen({ box })} />
      <div className={styles.row}>
        {data.declared === null && (
          <Declare sheet={data} refundMinor={refundMinor} onRefund={setRefundMinor} />
        )}
        <VatFiles endsOn={endsOn} />
        {isLast && <UndoLast />}
        <button type="button" className={styles.link} onClick={() => setIsChanging(!isChanging)}>
          {w.changeRegime}
        </button>
      </div>
      {isChanging && <RegimeForm />}
    </>
  );
}

function State({ sheet, onLate }: { sheet: VatReturn; onLate: () => void }) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const { declared } = sheet;
  const on = new Intl.DateTimeFormat(language).format(declared?.atMs ?? 0);
  return (
    <>
      <div className={styles.row}>
        <h2>{sheet.formName}</h2>
        <span className={styles.dim}>
          {w.from(formatDate(sheet.startsOn), formatDate(sheet.endsOn))}
        </span>
        <StateChip
          word={declared === null ? w.toPrepare : w.declared}
          tone={declared === null ? "accent" : "done"}
        />
        {declared !== null && <span className={styles.dim}>{w.by(declared.by, on)}</span>}
        {declared?.entryId != null && (
          <a href={`#/entries?entry=${declared.entryId}`}>{w.seeEntry}</a>
        )}
      </div>
      {sheet.lateLines > 0 && (
        <p className={styles.notice}>
          {w.late(sheet.lateLines)}{" "}
          <button type="button" className={styles.link} onClick={onLate}>
            {w.seeLate}
          </button>
        </p>
      )}
      {sheet.drafts > 0 && (
        <p className={styles.notice}>
          {w.drafts(sheet.drafts)} <a href="#/entries/drafts">{w.seeDrafts}</a>
        </p>
      )}
    </>
  );
}
