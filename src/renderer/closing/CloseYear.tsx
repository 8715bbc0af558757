import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { YearState } from "#contract/closing.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { closingWords } from "#renderer/words/closing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Closing.module.css";

/** Closes a year after showing what becomes final: the preview is the run, rolled back. */
export function CloseYear({ year, isReady }: { year: YearState; isReady: boolean }) {
  const w = useWords(closingWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { fiscalYearId } = year;
  const preview = useQuery({
    queryKey: ["closing", "preview", fiscalYearId],
    queryFn: () => office.closing.closeYear({ fiscalYearId, preview: true }),
    enabled: isAsking,
    retry: false,
  });
  const close = async () => {
    await office.closing.closeYear({ fiscalYearId });
    await client.invalidateQueries();
    notify(w.yearClosed);
  };
  const told = preview.data;
  return (
    <div className={styles.actions}>
      <Button disabled={!isReady} onClick={() => setIsAsking(true)}>
        {w.closeYear}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.closeYearTitle(year.endsOn.slice(0, 4))}
        verb={w.closeYearVerb}
        isFinal
        isDestructive
        onConfirm={close}
        onClose={() => setIsAsking(false)}
      >
        {preview.isError && <ProblemNotice error={preview.error} />}
        {told !== undefined && (
          <>
            <p>
              {w.result} : {formatMoney(told.resultMinor, language)}
            </p>
            <p>
              {w.openings(
                formatCount(told.openingLines, language),
                formatCount(told.openPartyLines, language),
              )}
            </p>
          </>
        )}
      </ConfirmDialog>
    </div>
  );
}
