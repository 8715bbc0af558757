import type { SourceRef } from "#contract/finding.ts";
import type { Causes } from "#contract/treasury-causes.ts";
import { originAddress, originWords } from "#renderer/ledger/origin.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ForecastScreen.module.css";
import { GradeChip } from "./GradeChip.tsx";
import { signedValue } from "./read-causes.ts";
import { useClients } from "./use-scenarios.ts";

interface SourcesProps {
  step: Causes["bridge"][number];
  onClose: () => void;
}

/** The movements or customers behind one factor, each a way to its own screen. */
export function CauseSources({ step, onClose }: SourcesProps) {
  const w = useWords(causeWords);
  const ledger = useWords(ledgerWords);
  const language = useLanguage();
  const { data: clients } = useClients();
  const linkOf = ({ kind, id }: SourceRef, at: number) => {
    if (kind !== "party") {
      const address = originAddress(kind, Number(id));
      return address && { address, told: `${originWords(kind, ledger)} ${at + 1}` };
    }
    const name = clients?.find((client) => String(client.id) === id)?.name;
    return name && { address: `#/sales?search=${encodeURIComponent(name)}`, told: name };
  };
  const links = step.figure.refs.flatMap((ref, at) => linkOf(ref, at) || []);
  return (
    <DetailPanel
      title={w[step.factor]}
      subtitle={signedValue(step.figure, w, language)}
      onClose={onClose}
    >
      <GradeChip {...step.figure.reliability} />
      <p>{links.length === 0 ? w.noSource : w.sourcesMost}</p>
      <ul className={styles.flows}>
        {links.map(({ address, told }) => (
          <li key={address}>
            <a href={address}>{told}</a>
          </li>
        ))}
      </ul>
    </DetailPanel>
  );
}
