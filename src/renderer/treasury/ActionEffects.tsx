import { formatCount } from "#renderer/format.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { actionWords } from "#renderer/words/actions.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Clients.module.css";
import { wholePercent } from "./risk-words.ts";
import type { Actions } from "./use-actions.ts";

/** What each kind of action is believed to do, and whether that is measured or assumed. */
export function ActionEffects({ effects }: { effects: Actions["effects"] }) {
  const w = useWords(actionWords);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const share = (value: number) => wholePercent(value, language);
  return (
    <section className={styles.effects}>
      <h2>{w.effects}</h2>
      <table className={styles.sums} aria-label={w.effects}>
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.effectTime}</th>
            <th scope="col">{w.effectMore}</th>
            <th scope="col">{w.effectMean}</th>
            <th scope="col">{w.effectRange}</th>
            <th scope="col">{w.effectBase}</th>
            <th scope="col">{w.effectState}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.kind}>
              <th scope="row">{w[effect.kind]}</th>
              <td>{count(effect.minutes)}</td>
              <td>{count(effect.minutesMore)}</td>
              <td>{share(effect.mean)}</td>
              <td>{w.between(share(effect.low), share(effect.high))}</td>
              <td>{count(effect.reliability.observations)}</td>
              <td>
                <StateChip
                  word={w[effect.state]}
                  tone={effect.state === "measured" ? "done" : "wait"}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
