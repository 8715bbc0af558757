import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AutomaticLettering } from "#contract/lettering.ts";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Lettering.module.css";

function runAutomatic(label: string, preview: boolean) {
  return runStream<AutomaticLettering>(label, (signal) =>
    office.lettering.automatic({ preview }, { signal }),
  );
}

/** Previews what has one solution only, then letters it: the preview is the run, rolled back. */
export function Automatic() {
  const w = useWords(letteringWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [found, setFound] = useState<AutomaticLettering>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const look = async () => {
    setProblem(undefined);
    setIsBusy(true);
    try {
      setFound(await runAutomatic(w.working, true));
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const letter = async () => {
    const done = await runAutomatic(w.working, false);
    notify(w.automaticDone(formatCount(done.lettered, language)));
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void look()}>
        {w.automatic}
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ConfirmDialog
        isOpen={found !== undefined}
        title={w.automaticTitle}
        verb={w.automaticVerb}
        onConfirm={letter}
        onClose={() => setFound(undefined)}
      >
        {found !== undefined && <Found found={found} />}
      </ConfirmDialog>
    </>
  );
}

function Found({ found }: { found: AutomaticLettering }) {
  const w = useWords(letteringWords);
  const language = useLanguage();
  return (
    <>
      <p>
        {w.automaticFound(
          formatCount(found.groups, language),
          formatCount(found.lettered, language),
        )}
      </p>
      {found.ties > 0 && <p>{w.ties(formatCount(found.ties, language))}</p>}
      <ul className={styles.proposals}>
        {found.proposals.slice(0, SHOWN).map((proposal) => (
          <li key={proposal.lineIds[0]}>
            {proposal.partyName} · {formatMoney(proposal.totalMinor, language)} · {w[proposal.by]}
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN = 8;
