import { useState } from "react";
import { OpenPack } from "#renderer/pack/OpenPack.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CreateCompany } from "./CreateCompany.tsx";
import { lastFolder } from "./last-folder.ts";
import styles from "./StartScreen.module.css";
import { TrySample } from "./TrySample.tsx";
import { Unlock } from "./Unlock.tsx";

type Way = "choose" | "create" | "open" | "sample" | "take-over" | "pack";

/** What stands before a book is open: the folder opened last, else the ways to begin. */
export function StartScreen() {
  const [way, setWay] = useState<Way>(() => (lastFolder() === "" ? "choose" : "open"));
  const back = () => setWay("choose");
  return (
    <main className={styles.start}>
      {way === "choose" && <Ways choose={setWay} />}
      {way === "create" && <CreateCompany onBack={back} />}
      {way === "take-over" && <CreateCompany onBack={back} thenAt="#/import/fec" />}
      {way === "open" && <Unlock onBack={back} />}
      {way === "sample" && <TrySample onBack={back} />}
      {way === "pack" && <OpenPack onBack={back} />}
    </main>
  );
}

function Ways({ choose }: { choose: (way: Way) => void }) {
  const w = useWords(bookWords);
  const pack = useWords(packWords);
  return (
    <>
      <h1 className={styles.name}>{w.welcome}</h1>
      <p className={styles.dim}>{w.welcomeLine}</p>
      <ul className={styles.ways}>
        <WayButton label={w.create} hint={w.createHint} run={() => choose("create")} />
        <WayButton label={w.open} hint={w.openHint} run={() => choose("open")} />
        <WayButton label={w.sample} hint={w.sampleHint} run={() => choose("sample")} />
        <WayButton label={w.takeOver} hint={w.takeOverHint} run={() => choose("take-over")} />
        <WayButton label={pack.open} hint={pack.openHint} run={() => choose("pack")} />
      </ul>
    </>
  );
}

function WayButton(props: { label: string; hint: string; run: () => void }) {
  return (
    <li>
      <button type="button" className={styles.way} onClick={props.run}>
        <b>{props.label}</b>
        <span className={styles.dim}>{props.hint}</span>
      </button>
    </li>
  );
}
