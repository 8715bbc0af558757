import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { StatementImport } from "#contract/banking.ts";
import { formatCount, formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Connections.module.css";

/** The statements read from files; one whose lines were never matched can be taken out again. */
export function StatementImports() {
  const w = useWords(bankWords);
  const { data = [] } = useQuery({
    queryKey: ["banking", "imports"],
    queryFn: ({ signal }) => office.banking.listImports({}, { signal }),
  });
  if (data.length === 0) return null;
  return (
    <section className={styles.account} aria-label={w.imports}>
      <div className={styles.head}>
        <h2>{w.imports}</h2>
      </div>
      {data.map((one) => (
        <ReadStatement key={one.importRunId} of={one} />
      ))}
    </section>
  );
}

function ReadStatement({ of }: { of: StatementImport }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { importRunId, fileName, lines, matched, isUndone } = of;
  const undo = async () => {
    await office.banking.undoImport({ importRunId });
    await client.invalidateQueries();
    notify(w.importUndone(fileName));
  };
  const state = isUndone
    ? w.takenOut
    : w.broughtLines(formatCount(lines, language), formatCount(matched, language));
  return (
    <div className={styles.actions}>
      <span>{fileName}</span>
      <span className={styles.dim}>
        {formatInstant(of.atMs, language)} · {of.person} · {state}
      </span>
      {!isUndone && matched === 0 && (
        <Button
          variant="default"
          aria-label={w.takeOutNamed(fileName)}
          onClick={() => setIsAsking(true)}
        >
          {w.takeOut}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        isDestructive
        title={w.takeOutQuestion(fileName)}
        verb={w.takeOut}
        onConfirm={undo}
        onClose={() => setIsAsking(false)}
      >
        {w.takeOutWhat}
      </ConfirmDialog>
    </div>
  );
}
