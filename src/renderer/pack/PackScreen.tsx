import type { ScreenProps } from "#renderer/app/route.ts";
import { ExportViews } from "#renderer/exporting/ExportViews.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { MakePack } from "./MakePack.tsx";
import styles from "./Pack.module.css";
import { Proposals } from "./Proposals.tsx";
import { Questions } from "./Questions.tsx";
import { TakeAnswer } from "./TakeAnswer.tsx";

/** The exchange with the accountant: the pack out, the questions, the proposals back. */
export function PackScreen(_: ScreenProps) {
  const w = useWords(packWords);
  return (
    <>
      <PageHead title={w.title}>
        <ExportViews current="pack" />
      </PageHead>
      <div className={styles.page}>
        <p className={styles.dim}>{w.why}</p>
        <Proposals />
        <TakeAnswer />
        <Questions />
        <MakePack />
      </div>
    </>
  );
}
