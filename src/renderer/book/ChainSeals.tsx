import type { Verification } from "#contract/book.ts";
import { formatCount } from "#renderer/format.ts";
import { Seal } from "#renderer/ui/Seal.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { sealState } from "./use-verification.ts";

interface ChainSealsProps {
  found: Verification | undefined;
  onOpen?: () => void;
}

/** The two chains as small seals: entries, then actions. */
export function ChainSeals({ found, onOpen }: ChainSealsProps) {
  const w = useWords(bookWords);
  const language = useLanguage();
  const detail = (chain: "ledger" | "audit") => {
    const one = found?.chains.find((c) => c.chain === chain);
    if (one === undefined) return undefined;
    if (one.brokenAt !== undefined) return w.brokenAt(one.brokenAt);
    return w.chainLength(formatCount(one.length, language));
  };
  return (
    <>
      {(["ledger", "audit"] as const).map((chain) => (
        <Seal
          key={chain}
          label={chain === "ledger" ? w.ledgerChain : w.auditChain}
          state={sealState(found, chain)}
          detail={detail(chain)}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      ))}
    </>
  );
}
