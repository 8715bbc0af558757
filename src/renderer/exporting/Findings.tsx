import { useState } from "react";
import type { FecCheck } from "#contract/fec.ts";
import { formatCount } from "#renderer/format.ts";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";

/** What a check found, with its line, column and source; chips keep one level or what blocks. */
export function Findings({ check }: { check: FecCheck }) {
  const w = useWords(exportWords);
  const language = useLanguage();
  const [active, setActive] = useState<ReadonlySet<string>>(new Set());
  const count = (n: number) => formatCount(n, language);
  const all = (["official", "law"] as const).flatMap((level) =>
    check[level].findings.map((finding) => ({ level, ...finding })),
  );
  if (all.length === 0) return <p className={styles.dim}>{w.noFinding}</p>;
  const chips = [
    { key: "official", label: w.official, count: check.official.findings.length },
    { key: "law", label: w.law, count: check.law.findings.length },
    { key: "error", label: w.errors, count: all.filter((f) => f.severity === "error").length },
  ];
  const [only] = active;
  const shown = all.filter((f) => only === undefined || f.level === only || f.severity === only);
  return (
    <>
      <FilterChips chips={chips} active={active} onChange={setActive} isSingle />
      <table className={styles.findings}>
        <caption className="unseen">{w.findings}</caption>
        <thead>
          <tr>
            <th scope="col">{w.gravity}</th>
            <th scope="col">{w.rule}</th>
            <th scope="col">{w.line}</th>
            <th scope="col">{w.column}</th>
            <th scope="col">{w.times}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((f) => (
            <tr key={`${f.rule} ${f.column ?? ""}`}>
              <td>{f.severity === "error" ? w.error : w.warning}</td>
              <td>{f[language]}</td>
              <td>{f.line === undefined ? "–" : count(f.line)}</td>
              <td>{f.column ?? "–"}</td>
              <td>{count(f.count)}</td>
              <td>{f.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
