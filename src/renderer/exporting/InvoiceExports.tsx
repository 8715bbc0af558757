import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { saveFile } from "#renderer/app/save-file.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";

const FORMATS = ["xml", "csv", "xlsx", "oxygene"] as const;

/** Customer invoices of a period, for the accountant's package or a spreadsheet. */
export function InvoiceExports() {
  const w = useWords(exportWords);
  const titleId = useId();
  const [fromOn, setFromOn] = useState<string>();
  const [toOn, setToOn] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const write = (format: (typeof FORMATS)[number]) => {
    setProblem(undefined);
    const period = { ...(fromOn && { fromOn }), ...(toOn && { toOn }) };
    office.exports
      .invoices({ format, ...period })
      .then(({ file }) => saveFile(file))
      .catch(setProblem);
  };
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.invoices}</h2>
      <div className={styles.row}>
        <DateInput label={w.from} date={fromOn} onChange={setFromOn} />
        <DateInput label={w.to} date={toOn} onChange={setToOn} />
        {FORMATS.map((format) => (
          <Button key={format} variant="default" onClick={() => write(format)}>
            {format === "oxygene" ? "Oxygène" : format.toUpperCase()}
          </Button>
        ))}
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </section>
  );
}
