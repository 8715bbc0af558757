import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import type { OpenItemRow } from "#contract/matching.ts";
import { useCommands } from "#renderer/app/commands.ts";
import { formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { AccountPart } from "./AccountPart.tsx";
import styles from "./Banking.module.css";
import { itemPart, leftOf, type Part } from "./split.ts";

const MOST_FOUND = 6;

/**
 * Explains a line by hand, whole or in parts: open items, accounts, with what is left always in
 * view. The part that leaves nothing posts them all.
 */
export function ByHand(props: {
  lineMinor: number;
  onPost: (parts: readonly Part[]) => Promise<void>;
}) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const [parts, setParts] = useState<readonly Part[]>([]);
  const leftMinor = leftOf(props.lineMinor, parts);
  const add = async (part: Part) => {
    const all = [...parts, part];
    if (leftOf(props.lineMinor, all) === 0) await props.onPost(all);
    else setParts(all);
  };
  return (
    <div className={styles["by-hand"]}>
      <FindItem leftMinor={leftMinor} onPick={(item) => add(itemPart(item, leftMinor))} />
      <AccountPart key={leftMinor} leftMinor={leftMinor} onAdd={add} />
      {parts.length > 0 && (
        <section aria-label={w.compose}>
          <ul className={styles.found}>
            {parts.map((part, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place.
              <li key={i}>
                {part.name} · {formatMoney(part.amountMinor, language)}{" "}
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={w.removePart(part.name)}
                  onClick={() => setParts(parts.filter((_, n) => n !== i))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ul>
          <p role="status">
            <strong>{w.leftOpen(formatMoney(leftMinor, language))}</strong>
          </p>
        </section>
      )}
    </div>
  );
}

function FindItem(props: { leftMinor: number; onPick: (item: OpenItemRow) => Promise<void> }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useCommands(
    useMemo(
      () => [{ id: "bank.search", label: w.findItem, run: () => field.current?.focus() }],
      [w],
    ),
  );
  const found = useQuery({
    queryKey: ["reconciliation", "items", search],
    queryFn: ({ signal }) =>
      office.reconciliation.searchItems({ search, limit: MOST_FOUND }, { signal }),
    enabled: search.length >= 2,
  });
  return (
    <>
      <TextInput
        ref={field}
        label={w.findItem}
        placeholder={w.findHint}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={styles.found}>
        {(found.data ?? []).map((item) => {
          const isAll = leftOf(props.leftMinor, [itemPart(item, props.leftMinor)]) === 0;
          return (
            <li key={`${item.itemKind} ${item.itemId}`}>
              <Button variant="subtle" size="compact-sm" onClick={() => void props.onPick(item)}>
                {isAll ? w.matchWith(item.reference) : w.takeItem(item.reference)}
              </Button>{" "}
              <span className={styles.dim}>
                {item.partyName} · {formatMoney(item.openMinor, language)} ·{" "}
                {w.dueOn(formatDate(item.dueOn))}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
