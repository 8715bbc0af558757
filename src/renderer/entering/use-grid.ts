import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Proposal } from "#contract/entry.ts";
import { office } from "#renderer/office.ts";
import { useStable } from "#renderer/ui/use-stable.ts";
import {
  type GridEntry,
  type GridLine,
  newEntry,
  takesProposal,
  totalsOf,
  withAbove,
  withBalance,
  withLine,
  withNewLine,
  withoutLine,
  withProposal,
} from "./grid-entry.ts";
import {
  actOf,
  focusBeside,
  focusFirst,
  focusLastLine,
  focusNext,
  type GridAct,
  type GridSpot,
  spotOf,
} from "./grid-keys.ts";
import { useDraftSaving } from "./use-draft-saving.ts";

/** The entry being typed: its state, its keys, its proposals and its draft. */
export function useGrid(first: GridEntry, draftId: number | undefined) {
  const [entry, setEntry] = useState(first);
  const [reason, setReason] = useState<Proposal["reason"] | undefined>(undefined);
  const saving = useDraftSaving(entry, draftId);
  const { root, isLineAwaited } = useGridFocus();
  const change = useStable((key: number, to: Partial<GridLine>) =>
    setEntry((now) => withLine(now, key, to)),
  );
  const propose = usePropose(entry, (key, proposal) => {
    setEntry((now) => withProposal(now, key, proposal));
    setReason(proposal.reason);
  });
  const moveOn = (field: HTMLElement) => {
    if (root.current === null || focusNext(root.current, field)) return;
    isLineAwaited.current = true;
    setEntry(withNewLine);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const spot = spotOf(event);
    if (spot === undefined) return;
    const act = actOf(event, spot, totalsOf(entry.lines).differenceMinor);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const field = event.target as HTMLElement;
    setEntry((now) => afterAct(now, act, spot));
    if (act === "balance" || act === "repeat") requestAnimationFrame(() => moveOn(field));
    if (root.current === null) return;
    if (act === "up" || act === "down") focusBeside(root.current, spot, act === "up" ? -1 : 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.matches("a, button")) return;
    event.preventDefault();
    leaveAmount(spotOf(event));
    moveOn(event.target);
  };
  const leaveAmount = (spot: GridSpot | undefined) => {
    if (spot?.cell === "debit" || spot?.cell === "credit") void propose(spot.key);
  };
  const restart = (next = newEntry(entry.journal, entry.datedOn)) => {
    setEntry(next);
    setReason(undefined);
    saving.start(next, undefined);
    if (root.current !== null) focusFirst(root.current);
  };
  const changeHead = (to: Partial<GridEntry>) => setEntry((now) => ({ ...now, ...to }));
  const onBlur = (event: React.FocusEvent) => leaveAmount(spotOf(event));
  const keys = { onKeyDownCapture, onKeyDown, onBlur };
  return { root, entry, reason, saving, change, changeHead, restart, keys };
}

/** The entry after a key that acts on one of its lines; other keys leave it as it is. */
function afterAct(entry: GridEntry, act: GridAct, { key, cell }: GridSpot): GridEntry {
  if (act === "balance") return withBalance(entry, key);
  if (act === "repeat") return withAbove(entry, key, cell);
  return act === "delete" ? withoutLine(entry, key) : entry;
}

/** The focus: on the first field at the start, on a line as soon as it is opened. */
function useGridFocus() {
  const root = useRef<HTMLDivElement>(null);
  const isLineAwaited = useRef(false);
  useEffect(() => {
    if (root.current !== null) focusFirst(root.current);
  }, []);
  useEffect(() => {
    if (!isLineAwaited.current || root.current === null) return;
    isLineAwaited.current = false;
    focusLastLine(root.current);
  });
  return { root, isLineAwaited };
}

/** Asks for the rest of the entry, once for each amount typed. */
function usePropose(entry: GridEntry, take: (key: number, proposal: Proposal) => void) {
  const asked = useRef("");
  return useStable(async (key: number) => {
    const line = entry.lines.find((one) => one.key === key);
    const { datedOn, journal, pieceRef } = entry;
    if (line === undefined || datedOn === undefined || !takesProposal(entry, line)) return;
    const { account, partyId, debitMinor = 0, creditMinor = 0 } = line;
    const question = { journal, datedOn, pieceRef, account, partyId, debitMinor, creditMinor };
    const text = JSON.stringify([key, question]);
    if (text === asked.current) return;
    asked.current = text;
    const proposal = await office.entry.propose(question).catch(() => undefined);
    if (proposal !== undefined && asked.current === text) take(key, proposal);
  });
}
