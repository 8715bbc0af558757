import type { Causes } from "#contract/treasury-causes.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { GradeChip } from "./GradeChip.tsx";
import { signedValue } from "./read-causes.ts";
import { SourceList } from "./results/SourceList.tsx";

/** Beyond these a list is not read; the figure says how many there are. */
const MOST_SOURCES = 40;

interface SourcesProps {
  step: Causes["bridge"][number];
  onClose: () => void;
}

/** The movements or customers behind one factor, each a way to its own screen. */
export function CauseSources({ step, onClose }: SourcesProps) {
  const w = useWords(causeWords);
  const language = useLanguage();
  const { refs } = step.figure;
  return (
    <DetailPanel
      title={w[step.factor]}
      subtitle={signedValue(step.figure, w, language)}
      onClose={onClose}
      takesFocus={true}
    >
      <GradeChip {...step.figure.reliability} />
      <p>{refs.length === 0 ? w.noSource : w.sourcesMost}</p>
      <SourceList refs={refs.slice(0, MOST_SOURCES)} />
    </DetailPanel>
  );
}
