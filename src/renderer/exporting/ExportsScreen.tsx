import type { ScreenProps } from "#renderer/app/route.ts";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { CheckFile } from "./CheckFile.tsx";
import { EntryExports } from "./EntryExports.tsx";
import styles from "./Exports.module.css";
import { ExportViews } from "./ExportViews.tsx";
import { FecOfYears } from "./FecOfYears.tsx";
import { InvoiceExports } from "./InvoiceExports.tsx";

/** What leaves the book: the FEC of each year, the invoices, and the check of any FEC. */
export function ExportsScreen(_: ScreenProps) {
  const w = useWords(exportWords);
  return (
    <>
      <PageHead title={w.title}>
        <ExportViews current="files" />
      </PageHead>
      <div className={styles.page}>
        <FecOfYears />
        <EntryExports />
        <InvoiceExports />
        <CheckFile />
      </div>
    </>
  );
}
