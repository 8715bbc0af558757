import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What leaves the book: files for anyone, and the exchange with the accountant. */
export function ExportViews({ current }: { current: "files" | "pack" }) {
  const w = useWords(exportWords);
  const { title: pack } = useWords(packWords);
  const views = [
    { id: "files", address: "#/exports", label: w.files },
    { id: "pack", address: "#/exports/pack", label: pack },
  ];
  return <ViewTabs label={w.title} views={views} current={current} />;
}
