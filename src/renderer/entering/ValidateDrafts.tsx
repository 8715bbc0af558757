import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ValidationPreview, ValidationScope } from "#contract/entry.ts";
import type { RefusalCode } from "#contract/refusals.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { RefusalNotice } from "#renderer/ui/RefusalNotice.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";

interface ValidateDraftsProps {
  scope: ValidationScope;
  onDone: () => void;
  onClose: () => void;
}

/** Shows what validating makes final, then validates exactly that. */
export function ValidateDrafts({ scope, onDone, onClose }: ValidateDraftsProps) {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["entry", "validation", scope],
    queryFn: () => office.entry.previewValidation(scope),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const seen = preview.data;
  const validate = async () => {
    const expected = seen && { count: seen.count, debitMinor: seen.debitMinor };
    const done = await office.entry.validate({ scope, ...(expected && { expected }) });
    notify(w.validated(done.entries.length));
    onDone();
    await client.invalidateQueries();
  };
  return (
    <ConfirmDialog
      isOpen
      isFinal
      title={w.validateTitle}
      verb={w.validateVerb}
      onConfirm={validate}
      onClose={onClose}
    >
      {preview.isError && <ProblemNotice error={preview.error} />}
      {seen !== undefined && <Seen seen={seen} />}
    </ConfirmDialog>
  );
}

function Seen({ seen }: { seen: ValidationPreview }) {
  const w = useWords(enteringWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const refused = seen.drafts.filter((draft) => draft.refusal !== undefined);
  return (
    <>
      <dl className={styles.sums}>
        <dt>{w.entries}</dt>
        <dd>{count(seen.count)}</dd>
        {seen.reversals > 0 && <dt>{w.reversals}</dt>}
        {seen.reversals > 0 && <dd>{count(seen.reversals)}</dd>}
        <dt>{w.debit}</dt>
        <dd>{formatMoney(seen.debitMinor, language)}</dd>
        <dt>{w.credit}</dt>
        <dd>{formatMoney(seen.creditMinor, language)}</dd>
        <dt>{w.numbers}</dt>
        <dd>
          {seen.numbers.map(({ fiscalYearId, first, last }) => (
            <div key={fiscalYearId}>
              {first === last ? count(first) : `${count(first)} – ${count(last)}`}
            </div>
          ))}
        </dd>
        {refused.length > 0 && <dt>{w.refused}</dt>}
        {refused.length > 0 && <dd>{count(refused.length)}</dd>}
      </dl>
      {refused.slice(0, 20).map(({ draftId, label, refusal }) => (
        <section key={draftId} aria-label={label}>
          <a href={`#/entries/enter?draft=${draftId}`}>{label}</a>
          {refusal && <RefusalNotice code={refusal.code as RefusalCode} facts={refusal.facts} />}
        </section>
      ))}
    </>
  );
}
