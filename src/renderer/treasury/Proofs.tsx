import { go } from "#renderer/app/router.ts";
import { ChainSeals } from "#renderer/book/ChainSeals.tsx";
import { useVerification } from "#renderer/book/use-verification.ts";
import { bookWords } from "#renderer/words/book.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./HomeScreen.module.css";

/** The state of the two chains as small seals; pressing one leads to the verification. */
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
    </section>
  );
}
