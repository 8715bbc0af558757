import { Button } from "@mantine/core";
import type { ThreeWayProof } from "#contract/proof.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount } from "#renderer/format.ts";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { proofWords } from "#renderer/words/proof.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BankViews } from "./BankViews.tsx";
import { Differences } from "./Differences.tsx";
import { KeptProofs, useKeptProofs } from "./KeptProofs.tsx";
import styles from "./Proof.module.css";
import { differencesOf, useProof } from "./use-proof.ts";

/** The three-way proof of today: each kind of difference, its remedy, and the rows behind it. */
export function ProofScreen(_: ScreenProps) {
  const b = useWords(bankWords);
  const w = useWords(proofWords);
  const query = useProof();
  const kept = useKeptProofs();
  const proof = query.data;
  return (
    <>
      <PageHead title={b.proof}>
        <BankViews current="proof" />
        {proof && (
          <Button variant="default" loading={kept.isBusy} onClick={() => void kept.keep()}>
            {w.keep}
          </Button>
        )}
      </PageHead>
      <div className={styles.page}>
        {query.isPending && <p role="status">{w.proving}</p>}
        {query.isError && (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        )}
        {kept.problem !== undefined && <ProblemNotice error={kept.problem} />}
        {proof && <Found proof={proof} />}
        <KeptProofs kept={kept} />
      </div>
    </>
  );
}

function Found({ proof }: { proof: ThreeWayProof }) {
  const w = useWords(proofWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const { invoices, bills, bankLines, entries } = proof.looked;
  const looked = {
    ...{ invoices: count(invoices), bills: count(bills) },
    ...{ bankLines: count(bankLines), entries: count(entries) },
  };
  return (
    <>
      <p role="status">
        <strong>
          {proof.agrees ? w.agrees : w.differs(differencesOf(proof), count(differencesOf(proof)))}
        </strong>{" "}
        <span className={styles.dim}>{w.looked(looked)}</span>
      </p>
      {proof.checks
        .filter((one) => one.count > 0)
        .map((one) => (
          <Differences key={one.check} found={one} />
        ))}
      <p className={styles.dim}>{w.seal(proof.digest.slice(0, 16))}</p>
    </>
  );
}
