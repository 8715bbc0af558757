import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeptProof } from "#contract/proof.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { formatCount, formatDate, formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { proofWords } from "#renderer/words/proof.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Proof.module.css";

/** The proofs that were kept, and how to keep or save one. */
export function useKeptProofs() {
  const w = useWords(proofWords);
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { data } = useQuery({
    queryKey: ["reconciliation", "kept-proofs"],
    queryFn: ({ signal }) => office.reconciliation.listProofs({ limit: 12 }, { signal }),
  });
  const perform = async (work: () => Promise<void>) => {
    setProblem(undefined);
    setIsBusy(true);
    try {
      await work();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    proofs: data ?? [],
    isBusy,
    problem,
    keep: () =>
      perform(async () => {
        await office.reconciliation.keepProof({});
        await client.invalidateQueries({ queryKey: ["reconciliation", "kept-proofs"] });
        notify(w.keptDone);
      }),
    save: ({ proofId, onDate }: KeptProof) =>
      perform(async () => {
        const signed = await office.reconciliation.getProof({ proofId });
        const text = `${JSON.stringify(signed, undefined, 2)}\n`;
        saveFile(new File([text], `controle-${onDate}.json`, { type: "application/json" }));
      }),
  };
}

/** The last proofs kept, each with its signed report. */
export function KeptProofs({ kept }: { kept: ReturnType<typeof useKeptProofs> }) {
  const w = useWords(proofWords);
  const language = useLanguage();
  if (kept.proofs.length === 0) return null;
  return (
    <section className={styles.kind} aria-label={w.keptTitle}>
      <h2>{w.keptTitle}</h2>
      <ul className={styles.kept}>
        {kept.proofs.map((proof) => (
          <li key={proof.proofId}>
            {formatDate(proof.onDate)} ·{" "}
            {proof.differences === 0
              ? w.none
              : w.some(proof.differences, formatCount(proof.differences, language))}{" "}
            <span className={styles.dim}>
              {w.keptBy(formatInstant(proof.atMs, language), proof.person)}
            </span>{" "}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={w.saveNamed(formatDate(proof.onDate))}
              onClick={() => void kept.save(proof)}
            >
              {w.save}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
