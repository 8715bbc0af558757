import { go } from "#renderer/app/router.ts";
import { differencesOf, useProof } from "#renderer/banking/use-proof.ts";
import { ChainSeals } from "#renderer/book/ChainSeals.tsx";
import { useVerification } from "#renderer/book/use-verification.ts";
import { formatCount } from "#renderer/format.ts";
import { bookWords } from "#renderer/words/book.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { proofWords } from "#renderer/words/proof.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./HomeScreen.module.css";

/** The chains as small seals, and whether invoices, bank and ledger agree; each leads to why. */
export function Proofs() {
  const w = useWords(treasuryWords);
  const { found } = useVerification(useWords(bookWords).verifying);
  return (
    <section aria-labelledby="proofs-title">
      <h2 id="proofs-title" className={styles.heading}>
        {w.proofs}
      </h2>
      <div className={styles.seals}>
        <ChainSeals found={found} onOpen={() => go("/journal")} />
      </div>
      <ThreeWays />
    </section>
  );
}

function ThreeWays() {
  const w = useWords(proofWords);
  const language = useLanguage();
  const proof = useProof().data;
  if (proof === undefined) return null;
  const count = differencesOf(proof);
  return (
    <a href="#/bank/proof">
      {proof.agrees ? w.agrees : w.differs(count, formatCount(count, language))}
    </a>
  );
}
