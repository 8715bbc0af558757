import { useQuery } from "@tanstack/react-query";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ruleWords } from "#renderer/words/rules.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Proof.module.css";

/** Flows that come back by themselves: how often, within which amounts, and when next. */
export function Recurring() {
  const w = useWords(ruleWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["treasury", "recurring"],
    queryFn: ({ signal }) => office.treasury.recurring({}, { signal }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={styles.below} aria-label={w.recurring}>
      <div className={styles.kind}>
        <h2>{w.recurring}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.next}</th>
              <th scope="col">{w.label}</th>
              <th scope="col">{w.usual}</th>
              <th scope="col">{w.rhythm}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((flow) => (
              <tr key={flow.key}>
                <td>{formatDate(flow.nextOn)}</td>
                <td>
                  <a href={`#/bank?line=${flow.lastLineId}`}>{flow.label}</a>
                </td>
                <td>
                  {flow.lowMinor === flow.highMinor
                    ? formatMoney(flow.amountMinor, language)
                    : w.between(
                        formatMoney(flow.lowMinor, language),
                        formatMoney(flow.highMinor, language),
                      )}
                </td>
                <td>{w.every(flow.periodDays, String(flow.observations))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
