import { useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { currencyWords } from "#renderer/words/currency.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Currency.module.css";

/** Shows what a revaluation would post, then posts it: the preview is the run, rolled back. */
export function Revalue(props: { asOn: string; isOpen: boolean; onClose: () => void }) {
  const { asOn, isOpen, onClose } = props;
  const w = useWords(currencyWords);
  const language = useLanguage();
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["currency", "revaluation", asOn],
    queryFn: () => office.currency.revalue({ asOn, preview: true }),
    enabled: isOpen,
    retry: false,
  });
  const post = async () => {
    const done = await office.currency.revalue({ asOn });
    await client.invalidateQueries();
    notify(w.revalued(done.entries.length));
  };
  const told = preview.data;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={w.revalueTitle(formatDate(asOn))}
      verb={w.revalueVerb}
      isFinal
      onConfirm={post}
      onClose={onClose}
    >
      {preview.isError && <ProblemNotice error={preview.error} />}
      {told !== undefined && (
        <dl className={styles.sums}>
          <dt>{w.loss}</dt>
          <dd>{formatMoney(told.latentLossMinor, language)}</dd>
          <dt>{w.gain}</dt>
          <dd>{formatMoney(told.latentGainMinor, language)}</dd>
          <dt>{w.willPost}</dt>
          <dd>
            {told.entries.length === 0
              ? w.nothingToPost
              : told.entries.map((entry) => <div key={entry.number}>{entry.label}</div>)}
          </dd>
        </dl>
      )}
    </ConfirmDialog>
  );
}
