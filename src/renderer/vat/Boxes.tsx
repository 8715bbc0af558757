import type { VatBox, VatReturn } from "#contract/vat.ts";
import { formatAmount, formatCount } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";
import styles from "./Vat.module.css";

const SECTIONS = ["taxed", "untaxed", "gross", "deductible", "net"] as const;

interface BoxesProps {
  sheet: VatReturn;
  withEmpty: boolean;
  onOpen: (code: string) => void;
}

/** The boxes of a return, section by section; a box with lines opens on them. */
export function Boxes({ sheet, withEmpty, onOpen }: BoxesProps) {
  const w = useWords(vatWords);
  return (
    <table className={styles.boxes}>
      <thead>
        <tr>
          <th scope="col">{w.box}</th>
          <th scope="col">{w.label}</th>
          <th scope="col" className={styles.figure}>
            {w.base}
          </th>
          <th scope="col" className={styles.figure}>
            {w.tax}
          </th>
          <th scope="col" className={styles.figure}>
            {w.exact}
          </th>
          <th scope="col" className={styles.figure}>
            {w.lines}
          </th>
        </tr>
      </thead>
      {SECTIONS.map((section) => {
        const boxes = sheet.boxes.filter((box) => box.section === section);
        const shown = boxes.filter((box) => withEmpty || !isEmpty(box) || box.isTotal);
        if (shown.length === 0) return null;
        return (
          <tbody key={section}>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                {w[section]}
              </th>
            </tr>
            {shown.map((box) => (
              <Box key={box.code} box={box} onOpen={onOpen} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function isEmpty(box: VatBox): boolean {
  return box.lines === 0 && (box.baseMinor ?? 0) === 0 && (box.taxMinor ?? 0) === 0;
}

function Box({ box, onOpen }: { box: VatBox; onOpen: (code: string) => void }) {
  const w = useWords(vatWords);
  const language = useLanguage();
  const euros = (minor: number | null) =>
    minor === null ? "" : formatAmount(minor, language).replace(/[,.]00$/, "");
  const exactMinor = box.taxMinor === null ? box.exactBaseMinor : box.exactTaxMinor;
  return (
    <tr data-total={box.isTotal || undefined}>
      <td>{box.code}</td>
      <td>{box[language]}</td>
      <td className={styles.figure}>{euros(box.baseMinor)}</td>
      <td className={styles.figure}>{euros(box.taxMinor)}</td>
      <td className={styles.figure}>{box.isTotal ? "" : formatAmount(exactMinor, language)}</td>
      <td className={styles.figure}>
        {box.lines > 0 && (
          <button
            type="button"
            className={styles.link}
            aria-label={`${w.behind(box.code)} : ${box.lines}`}
            onClick={() => onOpen(box.code)}
          >
            {formatCount(box.lines, language)}
          </button>
        )}
      </td>
    </tr>
  );
}
